@{
    create_new_conversation_public_conversations_post      = {
        Send-Call {
            New-TelnyxConversation $text -Metadata ([ordered]@{ topic = 'a + b & c'; ai_disabled = $true; orders = 3 }) -IdempotencyKey 'order:48001_a-b'
        } -Header @{ 'Idempotency-Key' = 'order:48001_a-b' } -Body @{ name = $text; metadata = @{ topic = 'a + b & c'; ai_disabled = $true; orders = 3 } }
        Send-Call { New-TelnyxConversation -IdempotencyKey 1 } -Header @{ 'Idempotency-Key' = '1' }
    }
    get_conversations_public_conversations_get             = {
        # In the order that it is read by, to its end.
        Send-Call { Get-TelnyxConversation -PageSize 25 } -Query @{ limit = 25; order = 'created_at.asc' }
        Send-Call { Get-TelnyxConversation -CreatedAfter 2020-02-29 -Name 'Voice *' -PageSize 7 } -Query @{
            created_at = 'gte.2020-02-29T00:00:00Z'
            name       = 'like.Voice %'
            limit      = 7
            order      = 'created_at.asc'
        }
        Send-Call {
            Get-TelnyxConversation -Id $found.ConversationId -Name $text -CreatedAfter '2020-02-29T01:00:00.5+01:00' -LastMessageAfter 2020-03-01 `
                -AssistantId 'assistant 1' -CallControlId v3:7+8 -AgentTarget +13128675309 -EndUserTarget sip:ana@example.com -Channel phone_call `
                -Metadata @{ 'lead/source' = 'a+b & c'; vip = $true; orders = 3 } -OrderBy last_message_at.desc -First 1 `
                -Or 'created_at.lt.2020-04-01,and(name.eq."Voice, 2+1",metadata->vip.eq.true),metadata->orders.eq.3'
        } -Query @{
            'id'                                    = "eq.$($found.ConversationId)"
            'name'                                  = "eq.$text"
            'created_at'                            = 'gte.2020-02-29T00:00:00.5Z'
            'last_message_at'                       = 'gte.2020-03-01T00:00:00Z'
            'metadata->assistant_id'                = 'eq.assistant 1'
            'metadata->call_control_id'             = 'eq.v3:7+8'
            'metadata->telnyx_agent_target'         = 'eq.+13128675309'
            'metadata->telnyx_end_user_target'      = 'eq.sip:ana@example.com'
            'metadata->telnyx_conversation_channel' = 'eq.phone_call'
            'metadata->lead/source'                 = 'eq.a+b & c'
            'metadata->vip'                         = 'eq.true'
            'metadata->orders'                      = 'eq.3'
            'limit'                                 = 1
            'order'                                 = 'last_message_at.desc'
            'or'                                    = '(created_at.lt.2020-04-01,and(name.eq."Voice, 2+1",metadata->vip.eq.true),metadata->orders.eq.3)'
        }
        Send-Call { Get-TelnyxConversation -LastMessageBefore 2030-01-01 -First 1 } -Query @{
            last_message_at = 'lte.2030-01-01T23:59:59.999999Z'
            limit           = 100
            order           = 'created_at.asc'
        }
    }
    get_conversation_by_id_public_conversations_get        = {
        Send-Call { Get-TelnyxConversation $conversation }
    }
    update_conversation_by_id_public_conversations_put     = {
        $one = (New-TelnyxConversation -Metadata @{ team = 'billing' }).ConversationId
        Send-Call { Set-TelnyxConversation $one -Metadata '{"team": "Zoë + co", "ai_disabled": false}' } -Path @{ conversation_id = $one } -Body @{
            metadata = @{ team = 'Zoë + co'; ai_disabled = $false }
        }
        Send-Call { Set-TelnyxConversation $one -Metadata @{} } -Path @{ conversation_id = $one } -Body @{ metadata = @{} }
    }
    delete_conversation_by_id_public_conversations_delete  = {
        $gone = (New-TelnyxConversation).ConversationId
        Send-Call { Remove-TelnyxConversation $gone } -Path @{ conversation_id = $gone }
    }

    get_conversations_public__conversation_id__messages_get = {
        Send-Call { Get-TelnyxConversationMessage $conversation -PageSize 1 } -Query @{ 'page[size]' = 1 }
    }
    get_conversations_public__conversation_id__insights_get = {
        Send-Call { Get-TelnyxConversationInsight $conversation }
    }
}
