@{
    CreateServiceRole             = {
        Send-Call { New-ConvRole 'Agent + lead' service createConversation, joinConversation -ServiceSid $service } -Body @{
            FriendlyName = 'Agent + lead'
            Type         = 'service'
            Permission   = 'createConversation', 'joinConversation'
        }
    }
    ListServiceRole               = {
        Send-Call { Get-ConvRole -ServiceSid $service -PageSize 1 } -Query @{ PageSize = 1 }
    }
    FetchServiceRole              = {
        Send-Call { Get-ConvRole $conversationRole -ServiceSid $service } -Path @{ Sid = $conversationRole }
    }
    UpdateServiceRole             = {
        Send-Call { Set-ConvRole $conversationRole sendMessage, leaveConversation -ServiceSid $service -Force } -Path @{ Sid = $conversationRole } -Body @{
            Permission = 'sendMessage', 'leaveConversation'
        }
    }
    DeleteServiceRole             = {
        $gone = (New-ConvRole gone conversation sendMessage -ServiceSid $service).RoleSid
        Send-Call { Remove-ConvRole $gone -ServiceSid $service } -Path @{ Sid = $gone }
    }

    CreateServiceUser             = {
        Send-Call {
            New-ConvUser 'Élodie + 1' -ServiceSid $service -FriendlyName $text -Attributes @{ a = 1 } -RoleSid $serviceRole -WebhookEnabled $true
        } -Header @{ 'X-Twilio-Webhook-Enabled' = 'true' } -Body @{
            Identity     = 'Élodie + 1'
            FriendlyName = $text
            Attributes   = '{"a":1}'
            RoleSid      = $serviceRole
        }
    }
    ListServiceUser               = {
        Send-Call { Get-ConvUser -ServiceSid $service -PageSize 1 } -Query @{ PageSize = 1 }
    }
    FetchServiceUser              = {
        Send-Call { Get-ConvUser $user -ServiceSid $service } -Path @{ Sid = $user }
        Send-Call { Get-ConvUser -Identity $identity -ServiceSid $service } -Path @{ Sid = $identity }
    }
    UpdateServiceUser             = {
        Send-Call {
            Set-ConvUser $user -ServiceSid $service -FriendlyName $text -Attributes '[]' -RoleSid $serviceRole -WebhookEnabled $false
        } -Path @{ Sid = $user } -Header @{ 'X-Twilio-Webhook-Enabled' = 'false' } -Body @{
            FriendlyName = $text
            Attributes   = '[]'
            RoleSid      = $serviceRole
        }
        Send-Call { Set-ConvUser -Identity $identity -ServiceSid $service -FriendlyName Ada } -Path @{ Sid = $identity } -Body @{ FriendlyName = 'Ada' }
    }
    DeleteServiceUser             = {
        $gone = (New-ConvUser 'gone/1' -ServiceSid $service).UserSid
        Send-Call { Remove-ConvUser $gone -ServiceSid $service -WebhookEnabled $true } -Path @{ Sid = $gone } -Header @{ 'X-Twilio-Webhook-Enabled' = 'true' }
        $null = New-ConvUser 'gone/2' -ServiceSid $service
        Send-Call { Remove-ConvUser -Identity gone/2 -ServiceSid $service } -Path @{ Sid = 'gone/2' }
    }

    ListServiceUserConversation   = {
        Send-Call { Get-ConvUserConversation $user -ServiceSid $service -PageSize 1 } -Path @{ UserSid = $user } -Query @{ PageSize = 1 }
    }
    FetchServiceUserConversation  = {
        Send-Call { Get-ConvUserConversation $user $conversation -ServiceSid $service } -Path @{ UserSid = $user }
        Send-Call { Get-ConvUserConversation -Identity $identity -UniqueName $uniqueName -ServiceSid $service } -Path @{
            UserSid         = $identity
            ConversationSid = $uniqueName
        }
    }
    UpdateServiceUserConversation = {
        Send-Call {
            Set-ConvUserConversation $user $conversation -ServiceSid $service -NotificationLevel muted -LastReadMessageIndex 0 -LastReadTimestamp '2030-01-02'
        } -Path @{ UserSid = $user } -Body @{
            NotificationLevel    = 'muted'
            LastReadMessageIndex = 0
            LastReadTimestamp    = '2030-01-02T00:00:00Z'
        }
    }
    DeleteServiceUserConversation = {
        $one = New-ConvConversation -ServiceSid $service
        $null = $one | Add-ConvParticipant -Identity $identity
        Send-Call { Remove-ConvUserConversation $user $one.ConversationSid -ServiceSid $service } -Path @{
            UserSid         = $user
            ConversationSid = $one.ConversationSid
        }
    }
}
