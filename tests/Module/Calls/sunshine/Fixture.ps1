# What the calls of this API work on; dot-sourced by OperationTable.Tests.ps1.
$connectionName = 'Sandbox-Sunshine'
$connection = Connect-ConvProvider Sunshine -Sandbox -Name $connectionName -SandboxOption @{ Conversations = 60 } -PassThru
$app = $connection.AppId
$user = $connection.Sandbox.SampleUserId
$externalUser = $connection.Sandbox.SampleUserExternalId
$otherUser = 'crm-1002'

$text = 'Zoë & Ünï: a+b=c, 100 % {x} 🙂'
$conversation = (New-SunshineConversation sdkGroup @{ userId = $user; subscribeSDKClient = $true }).ConversationId

$usualPath = @{ appId = $app; conversationId = $conversation }
