# The resources of Proxy, Telnyx and Sunshine, as Samples.ps1 has those of Twilio Conversations: dot-source it after that.

# New         what creates one
# Connection  which of the connections that Connect-EverySandbox opens
# Container   what it lies in
$ofOtherApis = @(
    @{ Type = 'ProxySession'; Connection = 'Sandbox'; Container = 'ProxyServiceSid'; New = 'New-ProxySession' }
    @{ Type = 'TelnyxConversation'; Connection = 'Sandbox-Telnyx'; New = 'New-TelnyxConversation' }
    @{ Type = 'TelnyxConversationMessage'; Connection = 'Sandbox-Telnyx'; Identifier = 'ConversationId' }
    @{ Type = 'TelnyxConversationInsight'; Connection = 'Sandbox-Telnyx'; Identifier = 'ConversationId' }
    @{ Type = 'SunshineConversation'; Connection = 'Sandbox-Sunshine'; Container = 'AppId'; New = 'New-SunshineConversation sdkGroup' }
)
foreach ($more in $ofOtherApis) {
    $known = $resources | Where-Object Type -EQ $more.Type
    if ($known) { foreach ($key in @($known.Keys) -ne 'Type') { $more[$key] = $known[$key] } }
}
$ofTwilioConversations = @($resources | Where-Object Type -Like 'Conv*')

function Get-SampleParticipant { @{ userId = Get-SampleUser; subscribeSDKClient = $true } }
