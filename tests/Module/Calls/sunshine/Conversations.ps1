@{
    CreateConversation = {
        Send-Call {
            New-SunshineConversation SDKGROUP @{ userId = $user; subscribeSDKClient = $true }, "{`"userExternalId`":`"$otherUser`",`"subscribeSDKClient`":false}" `
                -AppId $app -DisplayName $text -Description 'On + off' -IconUrl 'https://example.com/a.png?b=c+d&e=f' -Metadata @{ lang = 'de'; orders = 3; vip = $true }
        } -Body @{
            type         = 'sdkGroup'
            participants = @{ userId = $user; subscribeSDKClient = $true }, @{ userExternalId = $otherUser; subscribeSDKClient = $false }
            displayName  = $text
            description  = 'On + off'
            iconUrl      = 'https://example.com/a.png?b=c+d&e=f'
            metadata     = @{ lang = 'de'; orders = 3; vip = $true }
        }
        Send-Call {
            New-SunshineConversation personal @{ userId = $user } -DisplayName $null -Description $null -IconUrl $null -Metadata $null
        } -Body @{ type = 'personal'; participants = @(@{ userId = $user }); displayName = $null; description = $null; iconUrl = $null; metadata = $null }
    }
    ListConversations  = {
        Send-Call { Get-SunshineConversation -UserId $user -AppId $app -PageSize 1 } -Query @{ 'filter[userId]' = $user; 'page[size]' = 1 }
        Send-Call { Get-SunshineConversation -UserExternalId $externalUser } -Query @{ 'filter[userExternalId]' = $externalUser; 'page[size]' = 100 }
    }
    GetConversation    = {
        Send-Call { Get-SunshineConversation $conversation -AppId $app }
    }
    UpdateConversation = {
        Send-Call {
            Set-SunshineConversation $conversation -AppId $app -DisplayName $text -Description $text -IconUrl https://example.com/ü.png -Metadata '{"n": 1.5, "on": false}'
        } -Body @{ displayName = $text; description = $text; iconUrl = 'https://example.com/ü.png'; metadata = @{ n = 1.5; on = $false } }
        Send-Call { Set-SunshineConversation $conversation -DisplayName $null -Description $null -IconUrl $null -Metadata $null } -Body @{
            displayName = $null; description = $null; iconUrl = $null; metadata = $null
        }
    }
    DeleteConversation = {
        $gone = (New-SunshineConversation sdkGroup @{ userId = $user; subscribeSDKClient = $false }).ConversationId
        Send-Call { Remove-SunshineConversation $gone -AppId $app } -Path @{ conversationId = $gone }
    }
}
