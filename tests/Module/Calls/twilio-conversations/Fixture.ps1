# What the calls of this API work on; dot-sourced by OperationTable.Tests.ps1.
# A fixed day, because a list is asked for by date.
$connectionName = 'Sandbox'
$sampleService = (Connect-TestSandbox @{ Now = '2026-06-15T12:00:00Z' }).ServiceSid

$text = 'Zoë & Ünï: a+b=c, 100 % {x} 🙂'
$identity = 'ada/lovelace+1@example.com'
$uniqueName = 'order 66 / a+b ü'
$messagingService = 'MG' + '0' * 32
$flow = 'FW' + '0' * 32

# Another than the connection's service, so that a path shows whether -ServiceSid was heeded.
$service = (New-ConvService 'Table').ServiceSid
$conversation = (New-ConvConversation -ServiceSid $service -UniqueName $uniqueName).ConversationSid
$conversationRole = (New-ConvRole member conversation sendMessage -ServiceSid $service).RoleSid
$serviceRole = (New-ConvRole agent service createConversation -ServiceSid $service).RoleSid
$user = (New-ConvUser $identity -ServiceSid $service).UserSid
$participant = (Add-ConvParticipant $conversation -ServiceSid $service -Identity $identity).ParticipantSid
$null = New-ConvConversation -ServiceSid $service | Add-ConvParticipant -Identity $identity
$phones = foreach ($address in '+15558675310', '+15558675311') {
    (Add-ConvParticipant $conversation -ServiceSid $service -MessagingBindingAddress $address -MessagingBindingProxyAddress +15017122661).ParticipantSid
}
$message = (New-ConvMessage $conversation -ServiceSid $service -Author $identity -Body 'Hello').MessageSid
$null = New-ConvMessage $conversation -ServiceSid $service -Body 'Hello again'
$webhooks = @(
    New-ConvWebhook $conversation -ServiceSid $service -ConfigurationUrl https://example.com/a -ConfigurationFilter onMessageAdded
    New-ConvWebhook $conversation -ServiceSid $service -ConfigurationUrl https://example.com/a -ConfigurationTrigger help
    New-ConvWebhook $conversation -ServiceSid $service -ConfigurationFlowSid $flow
).WebhookSid

# A path is of the service and of the conversation above, unless a call says otherwise.
$usualPath = @{ ChatServiceSid = $service; ConversationSid = $conversation }
