# What the calls of this API work on; dot-sourced by OperationTable.Tests.ps1.
$connectionName = 'Sandbox-Telnyx'
Connect-ConvProvider Telnyx -Sandbox -Name $connectionName -SandboxOption @{ Conversations = 60 }

$text = 'Zoë & Ünï: a+b=c, 100 % {x} 🙂'
$conversation = Get-TelnyxConversation -First 1 | ForEach-Object ConversationId
# One that all filters find, in spite of what would mean something else in a query or in a filter.
$found = New-TelnyxConversation $text -Metadata @{
    'assistant_id' = 'assistant 1'; 'call_control_id' = 'v3:7+8'; 'telnyx_agent_target' = '+13128675309'; 'telnyx_end_user_target' = 'sip:ana@example.com'
    'telnyx_conversation_channel' = 'phone_call'; 'lead/source' = 'a+b & c'; 'vip' = $true; 'orders' = 3
}

$usualPath = @{ conversation_id = $conversation }
