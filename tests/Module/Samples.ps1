# The resources and what their commands are, for tests that say the same of each: dot-source it in BeforeDiscovery, and in BeforeAll after Common.ps1.

# Type        the resource, which is also the noun of its commands
# Identifier  the property that names one
# Set         what updates it, with a value to set; Field reads that value back, which is then Value
# Remove      what removes it
# Parents     what its identifier alone does not say, beside the service or the app
# List        what lists several that may be removed, where that is not the list for each service
# Update      the method of the update
# Gone        the error of reading what is gone
# Refusal     what a sandbox is told to refuse removals with, because the key may not do it
$resources = @(
    @{ Type = 'ConvService'; Identifier = 'ServiceSid'; Remove = 'Remove-ConvService -Force' }
    @{
        Type = 'ConvServiceConfiguration'; Identifier = 'ServiceSid'; Single = $true
        Set = 'Set-ConvServiceConfiguration -ReachabilityEnabled $true'; Field = 'ReachabilityEnabled'; Value = $true
    }
    @{
        Type = 'ConvServiceNotification'; Identifier = 'ServiceSid'; Single = $true
        Set = 'Set-ConvServiceNotification -NewMessageTemplate changed'; Field = 'NewMessage.Template'; Value = 'changed'
    }
    @{
        Type = 'ConvServiceWebhook'; Identifier = 'ServiceSid'; Single = $true
        Set = 'Set-ConvServiceWebhook -PostWebhookUrl https://example.com/changed'; Field = 'PostWebhookUrl'; Value = 'https://example.com/changed'
    }
    @{ Type = 'ConvBinding'; Identifier = 'BindingSid'; Remove = 'Remove-ConvBinding' }
    @{
        Type = 'ConvConversation'; Identifier = 'ConversationSid'; Remove = 'Remove-ConvConversation'
        Set = 'Set-ConvConversation -FriendlyName changed'; Field = 'FriendlyName'; Value = 'changed'
    }
    @{
        Type = 'ConvMessage'; Identifier = 'MessageSid'; Parents = @('ConversationSid'); Remove = 'Remove-ConvMessage'
        Set = 'Set-ConvMessage -Body changed'; Field = 'Body'; Value = 'changed'
    }
    @{ Type = 'ConvMessageReceipt'; Identifier = 'ReceiptSid'; Parents = @('ConversationSid', 'MessageSid') }
    @{
        Type = 'ConvParticipant'; Identifier = 'ParticipantSid'; Parents = @('ConversationSid'); Remove = 'Remove-ConvParticipant'
        Set = 'Set-ConvParticipant -Attributes @{ level = "changed" }'; Field = 'Attributes.level'; Value = 'changed'
    }
    @{
        Type = 'ConvWebhook'; Identifier = 'WebhookSid'; Parents = @('ConversationSid'); Remove = 'Remove-ConvWebhook'
        Set = 'Set-ConvWebhook -ConfigurationUrl https://example.com/changed'; Field = 'Configuration.Url'; Value = 'https://example.com/changed'
    }
    @{ Type = 'ConvParticipantConversation'; Identifier = 'ConversationSid' }
    @{
        Type = 'ConvRole'; Identifier = 'RoleSid'; Remove = 'Remove-ConvRole'
        Set = 'Set-ConvRole -Permission leaveConversation -Force'; Field = 'Permissions'; Value = 'leaveConversation'
    }
    @{
        Type = 'ConvUser'; Identifier = 'UserSid'; Remove = 'Remove-ConvUser'
        Set = 'Set-ConvUser -FriendlyName changed'; Field = 'FriendlyName'; Value = 'changed'
    }
    @{
        Type = 'ConvUserConversation'; Identifier = 'ConversationSid'; Parents = @('UserSid'); Remove = 'Remove-ConvUserConversation'
        Set = 'Set-ConvUserConversation -NotificationLevel muted'; Field = 'NotificationLevel'; Value = 'muted'
    }
    @{
        Type = 'ProxySession'; Identifier = 'SessionSid'; List = 'Get-ProxySession'; Remove = 'Remove-ProxySession'
        Set = 'Set-ProxySession -Ttl 4321'; Field = 'Ttl'; Value = '4321'
    }
    @{
        Type = 'TelnyxConversation'; Identifier = 'ConversationId'; List = 'Get-TelnyxConversation'; Remove = 'Remove-TelnyxConversation'
        Set = 'Set-TelnyxConversation -Metadata @{ level = "changed" }'; Field = 'Metadata.level'; Value = 'changed'
        Update = 'PUT'; Gone = 'Telnyx.404'; Refusal = '10010'
    }
    @{
        Type = 'SunshineConversation'; Identifier = 'ConversationId'; Remove = 'Remove-SunshineConversation'
        List = 'Get-SunshineConversation -UserId (Get-SampleUser) | Where-Object -Not IsDefault'
        Set = 'Set-SunshineConversation -DisplayName changed'; Field = 'DisplayName'; Value = 'changed'
        Update = 'PATCH'; Gone = 'Sunshine.conversation_not_found'; Refusal = 'forbidden'
    }
)

# An object as it is, and as a file keeps it.
$forms = @(
    @{ Form = 'as it is'; Convert = { param($Items) $Items } }
    @{ Form = 'after CSV'; Convert = { param($Items) $Items | ConvertTo-Csv | ConvertFrom-Csv } }
    @{ Form = 'after JSON'; Convert = { param($Items) $Items | ConvertTo-Json -WarningAction SilentlyContinue | ConvertFrom-Json } }
)

# Opens a sandbox of each provider, and tells and forgets what was sent to any of them.
function Connect-EverySandbox([hashtable] $Option = @{}) { Connect-ConvProvider -Sandbox -SandboxOption (@{ Conversations = 60 } + $Option) }

function Get-EverySent { @((Get-ConvConnection).Sandbox | ForEach-Object Requests) }

function Clear-EverySent { (Get-ConvConnection).Sandbox | ForEach-Object Clear }

# A Sunshine user who has conversations.
function Get-SampleUser { (Get-ConvConnection Sandbox-Sunshine).Sandbox.SampleUserId }

# The class of what the Get- cmdlet of a type writes.
function Get-ClassName([string] $Type) {
    switch -Regex ($Type) {
        '^(Telnyx|Sunshine)' { "ConversationsAdmin.$($Matches[1]).$Type" }
        default { "ConversationsAdmin.Twilio.$($Type -replace '^Conv')" }
    }
}

# Two new resources of a type, in two places where it has a parent; what nothing creates is read from the sample data.
function Add-Sample([string] $Type) {
    function Add-Open { New-ConvConversation -FriendlyName sample; New-ConvConversation -FriendlyName sample }
    switch ($Type) {
        'ConvService' { New-ConvService one; New-ConvService two }
        'ConvServiceConfiguration' { Add-Sample ConvService | Get-ConvServiceConfiguration }
        'ConvServiceNotification' { Add-Sample ConvService | Get-ConvServiceNotification }
        'ConvServiceWebhook' { Add-Sample ConvService | Get-ConvServiceWebhook }
        'ConvBinding' { Get-ConvBinding -First 2 }
        'ConvConversation' { Add-Open }
        'ConvMessage' { Add-Open | New-ConvMessage -Body sample }
        'ConvMessageReceipt' { Get-ConvConversation | Get-ConvMessage | Get-ConvMessageReceipt | Select-Object -First 2 }
        'ConvParticipant' { Add-Open | Add-ConvParticipant -Identity "sample $([guid]::NewGuid())" }
        'ConvWebhook' { Add-Open | New-ConvWebhook -ConfigurationUrl https://example.com/sample -ConfigurationFilter onMessageAdded }
        'ConvParticipantConversation' {
            $taking = Add-Sample ConvParticipant
            Get-ConvParticipantConversation -Identity $taking[0].Identity
        }
        'ConvRole' { 'one', 'two' | ForEach-Object { New-ConvRole $_ conversation sendMessage } }
        'ConvUser' { 1..2 | ForEach-Object { New-ConvUser "sample $([guid]::NewGuid())" } }
        'ConvUserConversation' {
            $taking = Add-Sample ConvParticipant
            Get-ConvUserConversation -Identity $taking[0].Identity
        }
        'ProxySession' { 1..2 | ForEach-Object { New-ProxySession "sample $([guid]::NewGuid())" } }
        'TelnyxConversation' { 1..2 | ForEach-Object { New-TelnyxConversation sample -Metadata @{ level = 'sample' } } }
        'TelnyxConversationMessage' { Get-TelnyxConversation -First 5 | Get-TelnyxConversationMessage -First 1 | Select-Object -First 2 }
        'TelnyxConversationInsight' { Get-TelnyxConversation | Get-TelnyxConversationInsight -First 1 | Select-Object -First 2 }
        'SunshineConversation' { 1..2 | ForEach-Object { New-SunshineConversation personal @{ userId = Get-SampleUser } -DisplayName sample } }
        default { throw "There is no sample of $Type." }
    }
}

# What is read again as it is now: a receipt or a webhook by its own object, for example.
function Get-Again($Item) { $Item | & "Get-$($Item.ResourceType)" }

# A property, also one inside another, by its name with dots; lists with commas.
function Get-Field($Item, [string] $Path) {
    foreach ($name in $Path -split '\.') { $Item = $Item.$name }
    if ($Item -is [uri]) { $Item.OriginalString } elseif ($Item -is [bool]) { $Item } else { "$($Item -join ', ')" }
}

# A command line at the end of a pipeline.
function ConvertTo-Pipeline([string] $Command) { [scriptblock]::Create("`$input | $Command") }

# What a script writes and its errors, apart. -ErrorVariable would stay in the scope of the script.
function Split-Output([scriptblock] $Script) {
    $ErrorActionPreference = 'Continue'
    $all = @(& $Script 2>&1)
    @{
        Output = @($all | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] })
        Errors = @($all | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
    }
}
