# The resources of Proxy, Telnyx and Sunshine, as Samples.ps1 has those of Twilio Conversations: dot-source it after that.

# New         what creates one
# Connection  which of the connections that Connect-EveryProvider opens
$ofOtherApis = @(
    @{
        Type = 'ProxySession'; Connection = 'Sandbox'; Identifier = 'SessionSid'; Container = 'ProxyServiceSid'
        New = 'New-ProxySession'; Set = 'Set-ProxySession -Ttl 3600'; Field = 'Ttl'; Value = '3600'; Remove = 'Remove-ProxySession'
    }
    @{
        Type = 'TelnyxConversation'; Connection = 'Sandbox-Telnyx'; Identifier = 'ConversationId'
        New = 'New-TelnyxConversation'; Set = 'Set-TelnyxConversation -Metadata @{ level = "changed" }'; Field = 'Metadata.level'; Value = 'changed'
        Remove = 'Remove-TelnyxConversation'
    }
    @{ Type = 'TelnyxConversationMessage'; Connection = 'Sandbox-Telnyx'; Identifier = 'ConversationId' }
    @{ Type = 'TelnyxConversationInsight'; Connection = 'Sandbox-Telnyx'; Identifier = 'ConversationId' }
    @{
        Type = 'SunshineConversation'; Connection = 'Sandbox-Sunshine'; Identifier = 'ConversationId'; Container = 'AppId'
        New = 'New-SunshineConversation sdkGroup'; Set = 'Set-SunshineConversation -DisplayName changed'; Field = 'DisplayName'; Value = 'changed'
        Remove = 'Remove-SunshineConversation'
    }
)

# The sandboxes of all providers: Sandbox, Sandbox-Telnyx and Sandbox-Sunshine.
function Connect-EveryProvider { Connect-ConvProvider -Sandbox -SandboxOption @{ Conversations = 60 } }

function Get-SampleParticipant { @{ userId = (Get-ConvConnection Sandbox-Sunshine).Sandbox.SampleUserId; subscribeSDKClient = $true } }

# Two resources of a type, new ones where they can be created.
function Add-ProviderSample([string] $Type) {
    switch ($Type) {
        'ProxySession' { New-ProxySession; New-ProxySession }
        'TelnyxConversation' { 'one', 'two' | ForEach-Object { New-TelnyxConversation $_ } }
        'TelnyxConversationMessage' { Get-TelnyxConversation -First 5 | Get-TelnyxConversationMessage -First 1 | Select-Object -First 2 }
        'TelnyxConversationInsight' { Get-TelnyxConversation | Get-TelnyxConversationInsight -First 1 | Select-Object -First 2 }
        'SunshineConversation' { 1..2 | ForEach-Object { New-SunshineConversation sdkGroup (Get-SampleParticipant) } }
        default { Add-Sample $Type }
    }
}

# What was sent through any connection, and forgetting it.
function Get-SentToAny { @(Get-ConvConnection | ForEach-Object { $_.Sandbox.Requests }) }

function Clear-SentToAny { Get-ConvConnection | ForEach-Object { $_.Sandbox.Clear() } }
