@{
    CreateServiceConversation          = {
        Send-Call {
            New-ConvConversation -ServiceSid $service -FriendlyName $text -UniqueName 'order 4711/b' -Attributes @{ topic = 'a + b & c' } `
                -MessagingServiceSid $messagingService -DateCreated '2026-01-02T03:04:05+02:00' -DateUpdated '2026-01-03' -State inactive `
                -TimersInactive PT1H -TimersClosed ([timespan]::FromDays(1)) -BindingsEmailAddress help+me@example.com -BindingsEmailName 'Help me' `
                -WebhookEnabled $true
        } -Header @{ 'X-Twilio-Webhook-Enabled' = 'true' } -Body @{
            'FriendlyName'           = $text
            'UniqueName'             = 'order 4711/b'
            'Attributes'             = '{"topic":"a + b & c"}'
            'MessagingServiceSid'    = $messagingService
            'DateCreated'            = '2026-01-02T01:04:05Z'
            'DateUpdated'            = '2026-01-03T00:00:00Z'
            'State'                  = 'inactive'
            'Timers.Inactive'        = 'PT1H'
            'Timers.Closed'          = 'P1D'
            'Bindings.Email.Address' = 'help+me@example.com'
            'Bindings.Email.Name'    = 'Help me'
        }
        Send-Call { New-ConvConversation -ServiceSid $service }
    }
    ListServiceConversation            = {
        Send-Call {
            Get-ConvConversation -CreatedAfter '2020-02-29' -CreatedBefore ([datetimeoffset]'2030-01-01T01:00:00+02:00') -State ACTIVE -PageSize 2
        } -Path @{ ChatServiceSid = $sampleService } -Query @{
            StartDate = '2020-02-29T00:00:00Z'
            EndDate   = '2029-12-31T23:59:59Z'
            State     = 'active'
            PageSize  = 2
        }
    }
    FetchServiceConversation           = {
        Send-Call { Get-ConvConversation $conversation -ServiceSid $service } -Path @{ Sid = $conversation }
        Send-Call { Get-ConvConversation -UniqueName $uniqueName -ServiceSid $service } -Path @{ Sid = $uniqueName }
    }
    UpdateServiceConversation          = {
        $one = (New-ConvConversation -ServiceSid $service).ConversationSid
        Send-Call {
            Set-ConvConversation $one -ServiceSid $service -FriendlyName $text -UniqueName $text -Attributes '{"n": 1.0}' `
                -MessagingServiceSid $messagingService -DateCreated ([datetime]::new(2026, 1, 2, 3, 4, 5, [System.DateTimeKind]::Utc)) -DateUpdated 2026-01-03 `
                -State inactive -TimersInactive PT0S -TimersClosed PT10M -BindingsEmailAddress a@example.com -BindingsEmailName A -WebhookEnabled $false
        } -Path @{ Sid = $one } -Header @{ 'X-Twilio-Webhook-Enabled' = 'false' } -Body @{
            'FriendlyName'           = $text
            'UniqueName'             = $text
            'Attributes'             = '{"n": 1.0}'
            'MessagingServiceSid'    = $messagingService
            'DateCreated'            = '2026-01-02T03:04:05Z'
            'DateUpdated'            = '2026-01-03T00:00:00Z'
            'State'                  = 'inactive'
            'Timers.Inactive'        = 'PT0S'
            'Timers.Closed'          = 'PT10M'
            'Bindings.Email.Address' = 'a@example.com'
            'Bindings.Email.Name'    = 'A'
        }
    }
    DeleteServiceConversation          = {
        $one, $other = (1..2 | ForEach-Object { New-ConvConversation -ServiceSid $service }).ConversationSid
        Send-Call { Remove-ConvConversation $one -ServiceSid $service } -Path @{ Sid = $one }
        Send-Call { Remove-ConvConversation $other -ServiceSid $service -WebhookEnabled $true } -Path @{ Sid = $other } `
            -Header @{ 'X-Twilio-Webhook-Enabled' = 'true' }
    }

    ListServiceParticipantConversation = {
        Send-Call { Get-ConvParticipantConversation $identity -ServiceSid $service -PageSize 1 } -Query @{ Identity = $identity; PageSize = 1 }
        Send-Call { Get-ConvParticipantConversation -Address '+15558675310' -ServiceSid $service } -Query @{ Address = '+15558675310'; PageSize = 50 }
    }
}
