@{
    CreateServiceConversationMessage       = {
        Send-Call {
            New-ConvMessage $conversation -ServiceSid $service -Author $identity -Body $text -DateCreated '2026-01-02T03:04:05Z' -DateUpdated '2026-01-03' `
                -Attributes @{ a = @(1, $true, $null) } -Subject 'On + off' -WebhookEnabled $true
        } -Header @{ 'X-Twilio-Webhook-Enabled' = 'true' } -Body @{
            Author      = $identity
            Body        = $text
            DateCreated = '2026-01-02T03:04:05Z'
            DateUpdated = '2026-01-03T00:00:00Z'
            Attributes  = '{"a":[1,true,null]}'
            Subject     = 'On + off'
        }
        $media = 'ME' + 'a' * 32
        Send-Call { New-ConvMessage $conversation -ServiceSid $service -MediaSid $media } -Body @{ MediaSid = $media }

        # A template stands in place of text and media.
        $content = 'HX' + 'b' * 32
        Send-Call { New-ConvMessage $conversation -ServiceSid $service -ContentSid $content -ContentVariables @{ '1' = 'Zoë' } } -Body @{
            ContentSid       = $content
            ContentVariables = '{"1":"Zoë"}'
        }
    }
    ListServiceConversationMessage         = {
        Send-Call { Get-ConvMessage $conversation -ServiceSid $service -Order desc -PageSize 1 } -Query @{ Order = 'desc'; PageSize = 1 }
    }
    FetchServiceConversationMessage        = {
        Send-Call { Get-ConvMessage $conversation $message -ServiceSid $service } -Path @{ Sid = $message }
    }
    UpdateServiceConversationMessage       = {
        Send-Call {
            Set-ConvMessage $conversation $message -ServiceSid $service -Author 'Émile' -Body $text -DateCreated '2026-01-02T03:04:05Z' `
                -DateUpdated '2026-01-03' -Attributes @{} -Subject $text -WebhookEnabled $false
        } -Path @{ Sid = $message } -Header @{ 'X-Twilio-Webhook-Enabled' = 'false' } -Body @{
            Author      = 'Émile'
            Body        = $text
            DateCreated = '2026-01-02T03:04:05Z'
            DateUpdated = '2026-01-03T00:00:00Z'
            Attributes  = '{}'
            Subject     = $text
        }
    }
    DeleteServiceConversationMessage       = {
        $gone = (New-ConvMessage $conversation -ServiceSid $service -Body 'Gone').MessageSid
        Send-Call { Remove-ConvMessage $conversation $gone -ServiceSid $service -WebhookEnabled $true } -Path @{ Sid = $gone } `
            -Header @{ 'X-Twilio-Webhook-Enabled' = 'true' }
    }

    ListServiceConversationMessageReceipt  = {
        Send-Call { Get-ConvMessageReceipt $conversation $message -ServiceSid $service -PageSize 1 } -Path @{ MessageSid = $message } -Query @{ PageSize = 1 }
    }
    FetchServiceConversationMessageReceipt = {
        $receipt = (Get-ConvMessageReceipt $conversation $message -ServiceSid $service -First 1).ReceiptSid
        Send-Call { Get-ConvMessageReceipt $conversation $message $receipt -ServiceSid $service } -Path @{ MessageSid = $message; Sid = $receipt }
    }
}
