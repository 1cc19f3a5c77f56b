@{
    CreateServiceConversationParticipant = {
        Send-Call {
            Add-ConvParticipant $conversation -ServiceSid $service -Identity $text -Attributes @{ a = '+' } -RoleSid $conversationRole `
                -DateCreated '2026-01-02T03:04:05Z' -DateUpdated '2026-01-03' -WebhookEnabled $false
        } -Header @{ 'X-Twilio-Webhook-Enabled' = 'false' } -Body @{
            Identity    = $text
            Attributes  = '{"a":"+"}'
            RoleSid     = $conversationRole
            DateCreated = '2026-01-02T03:04:05Z'
            DateUpdated = '2026-01-03T00:00:00Z'
        }
        Send-Call {
            Add-ConvParticipant $conversation -ServiceSid $service -MessagingBindingAddress whatsapp:+15558675399 -MessagingBindingProxyAddress whatsapp:+15017122661
        } -Body @{
            'MessagingBinding.Address'      = 'whatsapp:+15558675399'
            'MessagingBinding.ProxyAddress' = 'whatsapp:+15017122661'
        }
        $group = (New-ConvConversation -ServiceSid $service).ConversationSid
        Send-Call {
            Add-ConvParticipant $group -ServiceSid $service -Identity $identity -MessagingBindingProjectedAddress '+15017122662'
        } -Path @{ ConversationSid = $group } -Body @{
            'Identity'                          = $identity
            'MessagingBinding.ProjectedAddress' = '+15017122662'
        }
    }
    ListServiceConversationParticipant   = {
        Send-Call { Get-ConvParticipant $conversation -ServiceSid $service -PageSize 1 } -Query @{ PageSize = 1 }
    }
    FetchServiceConversationParticipant  = {
        Send-Call { Get-ConvParticipant $conversation $participant -ServiceSid $service } -Path @{ Sid = $participant }
        Send-Call { Get-ConvParticipant $conversation -Identity $identity -ServiceSid $service } -Path @{ Sid = $identity }
    }
    UpdateServiceConversationParticipant = {
        Send-Call {
            Set-ConvParticipant $conversation $participant -ServiceSid $service -Identity $identity -Attributes '{}' -RoleSid $conversationRole `
                -DateCreated '2026-01-02T03:04:05Z' -DateUpdated '2026-01-03' -LastReadMessageIndex 0 -LastReadTimestamp '2026-01-04T00:00:00-05:00' `
                -WebhookEnabled $true
        } -Path @{ Sid = $participant } -Header @{ 'X-Twilio-Webhook-Enabled' = 'true' } -Body @{
            Identity             = $identity
            Attributes           = '{}'
            RoleSid              = $conversationRole
            DateCreated          = '2026-01-02T03:04:05Z'
            DateUpdated          = '2026-01-03T00:00:00Z'
            LastReadMessageIndex = 0
            LastReadTimestamp    = '2026-01-04T05:00:00Z'
        }
        Send-Call {
            Set-ConvParticipant $conversation $phones[0] -ServiceSid $service -MessagingBindingProxyAddress '+15017122663'
        } -Path @{ Sid = $phones[0] } -Body @{ 'MessagingBinding.ProxyAddress' = '+15017122663' }
        $group = (New-ConvConversation -ServiceSid $service).ConversationSid
        $member = (Add-ConvParticipant $group -ServiceSid $service -Identity $identity -MessagingBindingProjectedAddress '+15017122664').ParticipantSid
        Send-Call {
            Set-ConvParticipant $group $member -ServiceSid $service -MessagingBindingProjectedAddress '+15017122665'
        } -Path @{ ConversationSid = $group; Sid = $member } -Body @{ 'MessagingBinding.ProjectedAddress' = '+15017122665' }
    }
    DeleteServiceConversationParticipant = {
        $gone = (Add-ConvParticipant $conversation -ServiceSid $service -Identity gone).ParticipantSid
        Send-Call { Remove-ConvParticipant $conversation $gone -ServiceSid $service -WebhookEnabled $false } -Path @{ Sid = $gone } `
            -Header @{ 'X-Twilio-Webhook-Enabled' = 'false' }
    }
}
