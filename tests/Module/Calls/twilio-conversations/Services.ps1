# How each operation is called, and what is then to be on the wire: see OperationTable.Tests.ps1.
@{
    CreateService                    = {
        Send-Call { New-ConvService $text } -Body @{ FriendlyName = $text }
    }
    ListService                      = {
        Send-Call { Get-ConvService -PageSize 2 } -Query @{ PageSize = 2 }
    }
    FetchService                     = {
        Send-Call { Get-ConvService $service } -Path @{ Sid = $service }
    }
    DeleteService                    = {
        $gone = (New-ConvService 'Gone').ServiceSid
        Send-Call { Remove-ConvService $gone -Force } -Path @{ Sid = $gone }
    }

    FetchServiceConfiguration        = {
        Send-Call { Get-ConvServiceConfiguration $service }
    }
    UpdateServiceConfiguration       = {
        Send-Call {
            Set-ConvServiceConfiguration -ServiceSid $service -DefaultConversationCreatorRoleSid $conversationRole `
                -DefaultConversationRoleSid $conversationRole -DefaultChatServiceRoleSid $serviceRole -ReachabilityEnabled $true
        } -Body @{
            DefaultConversationCreatorRoleSid = $conversationRole
            DefaultConversationRoleSid        = $conversationRole
            DefaultChatServiceRoleSid         = $serviceRole
            ReachabilityEnabled               = 'true'
        }
        Send-Call { Set-ConvServiceConfiguration -ServiceSid $service -ReachabilityEnabled $false } -Body @{ ReachabilityEnabled = 'false' }
    }

    FetchServiceNotification         = {
        Send-Call { Get-ConvServiceNotification $service }
    }
    UpdateServiceNotification        = {
        Send-Call {
            Set-ConvServiceNotification -ServiceSid $service -LogEnabled $true `
                -NewMessageEnabled $true -NewMessageTemplate $text -NewMessageSound ping -NewMessageBadgeCountEnabled $false `
                -AddedToConversationEnabled $true -AddedToConversationTemplate 'Hello ${USER}' -AddedToConversationSound ring `
                -RemovedFromConversationEnabled $false -RemovedFromConversationTemplate Bye -RemovedFromConversationSound gong `
                -NewMessageWithMediaEnabled $true -NewMessageWithMediaTemplate 'A file'
        } -Body @{
            'LogEnabled'                       = 'true'
            'NewMessage.Enabled'               = 'true'
            'NewMessage.Template'              = $text
            'NewMessage.Sound'                 = 'ping'
            'NewMessage.BadgeCountEnabled'     = 'false'
            'NewMessage.WithMedia.Enabled'     = 'true'
            'NewMessage.WithMedia.Template'    = 'A file'
            'AddedToConversation.Enabled'      = 'true'
            'AddedToConversation.Template'     = 'Hello ${USER}'
            'AddedToConversation.Sound'        = 'ring'
            'RemovedFromConversation.Enabled'  = 'false'
            'RemovedFromConversation.Template' = 'Bye'
            'RemovedFromConversation.Sound'    = 'gong'
        }
    }

    FetchServiceWebhookConfiguration  = {
        Send-Call { Get-ConvServiceWebhook $service }
    }
    UpdateServiceWebhookConfiguration = {
        Send-Call {
            Set-ConvServiceWebhook -ServiceSid $service -PreWebhookUrl 'https://example.com/before?a=1&b=c+d' `
                -PostWebhookUrl 'https://example.com/after' -Filter onMessageAdd, onMessageAdded -Method GET
        } -Body @{
            PreWebhookUrl  = 'https://example.com/before?a=1&b=c+d'
            PostWebhookUrl = 'https://example.com/after'
            Filters        = 'onMessageAdd', 'onMessageAdded'
            Method         = 'GET'
        }
    }

    # Devices make bindings, so that there are some in the sample data only.
    ListServiceBinding               = {
        Send-Call { Get-ConvBinding -PageSize 1 } -Path @{ ChatServiceSid = $sampleService } -Query @{ PageSize = 1 }
        Send-Call { Get-ConvBinding -BindingType apn, fcm -Identity 'ada lovelace', 'a+b@example.com' } -Path @{ ChatServiceSid = $sampleService } -Query @{
            BindingType = 'apn', 'fcm'
            Identity    = 'ada lovelace', 'a+b@example.com'
            PageSize    = 100
        }
    }
    FetchServiceBinding              = {
        $binding = (Get-ConvBinding -First 1).BindingSid
        Send-Call { Get-ConvBinding $binding } -Path @{ ChatServiceSid = $sampleService; Sid = $binding }
    }
    DeleteServiceBinding             = {
        $binding = (Get-ConvBinding -First 1).BindingSid
        Send-Call { Remove-ConvBinding $binding } -Path @{ ChatServiceSid = $sampleService; Sid = $binding }
    }
}
