# Each target of a webhook takes parameters of its own.
@{
    CreateServiceConversationScopedWebhook = {
        $one = (New-ConvConversation -ServiceSid $service).ConversationSid
        Send-Call {
            New-ConvWebhook $one -ServiceSid $service -Target webhook -ConfigurationUrl 'https://example.com/a?b=c&d=e+f' -ConfigurationMethod post `
                -ConfigurationFilter onMessageAdded, onMessageRemoved -ConfigurationReplayAfter 0
        } -Path @{ ConversationSid = $one } -Body @{
            'Target'                    = 'webhook'
            'Configuration.Url'         = 'https://example.com/a?b=c&d=e+f'
            'Configuration.Method'      = 'post'
            'Configuration.Filters'     = 'onMessageAdded', 'onMessageRemoved'
            'Configuration.ReplayAfter' = 0
        }
        Send-Call {
            New-ConvWebhook $one -ServiceSid $service -ConfigurationUrl https://example.com/words -ConfigurationTrigger 'help me', $text
        } -Path @{ ConversationSid = $one } -Body @{
            'Target'                 = 'trigger'
            'Configuration.Url'      = 'https://example.com/words'
            'Configuration.Triggers' = 'help me', $text
        }
        Send-Call { New-ConvWebhook $one -ServiceSid $service -ConfigurationFlowSid $flow } -Path @{ ConversationSid = $one } -Body @{
            'Target'                = 'studio'
            'Configuration.FlowSid' = $flow
        }
    }
    ListServiceConversationScopedWebhook   = {
        Send-Call { Get-ConvWebhook $conversation -ServiceSid $service -PageSize 1 } -Query @{ PageSize = 1 }
    }
    FetchServiceConversationScopedWebhook  = {
        Send-Call { Get-ConvWebhook $conversation $webhooks[0] -ServiceSid $service } -Path @{ Sid = $webhooks[0] }
    }
    UpdateServiceConversationScopedWebhook = {
        $webhook, $trigger, $studio = $webhooks
        Send-Call {
            Set-ConvWebhook $conversation $webhook -ServiceSid $service -ConfigurationUrl https://example.com/b -ConfigurationMethod get `
                -ConfigurationFilter onMessageAdded, onDeliveryUpdated
        } -Path @{ Sid = $webhook } -Body @{
            'Configuration.Url'     = 'https://example.com/b'
            'Configuration.Method'  = 'get'
            'Configuration.Filters' = 'onMessageAdded', 'onDeliveryUpdated'
        }
        Send-Call { Set-ConvWebhook $conversation $trigger -ServiceSid $service -ConfigurationTrigger stop, $text } -Path @{ Sid = $trigger } -Body @{
            'Configuration.Triggers' = 'stop', $text
        }
        Send-Call { Set-ConvWebhook $conversation $studio -ServiceSid $service -ConfigurationFlowSid $flow } -Path @{ Sid = $studio } -Body @{
            'Configuration.FlowSid' = $flow
        }
    }
    DeleteServiceConversationScopedWebhook = {
        $gone = (New-ConvWebhook $conversation -ServiceSid $service -ConfigurationFlowSid $flow).WebhookSid
        Send-Call { Remove-ConvWebhook $conversation $gone -ServiceSid $service } -Path @{ Sid = $gone }
    }
}
