BeforeDiscovery {
    . "$PSScriptRoot/Samples.ps1"
    $shown = @(
        foreach ($resource in $resources) { @{ Type = $resource.Type; Identifier = $resource.Identifier; Class = Get-ClassName $resource.Type } }
        @{ Type = 'a connection'; Identifier = 'Name'; Class = 'ConversationsAdmin.ConvConnection' }
        @{ Type = 'an outcome'; Identifier = 'Target'; Class = 'ConversationsAdmin.RemovalOutcome' }
        @{ Type = 'a request'; Identifier = 'Number'; Class = 'ConversationsAdmin.RecordedRequest' }
    )
    $grouped = @(
        @{ Type = 'TelnyxConversationMessage'; Identifier = 'ConversationId'; Class = 'ConversationsAdmin.Telnyx.TelnyxConversationMessage'; Header = 'Role +CreatedAt +Text' }
        @{ Type = 'TelnyxConversationInsight'; Identifier = 'ConversationInsightId'; Class = 'ConversationsAdmin.Telnyx.TelnyxConversationInsight'; Header = 'Status +CreatedAt +Results' }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"
    Connect-EverySandbox
    $connections = @(Get-ConvConnection)
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'

    # Two of each type, with every field that a command can fill.
    $url = 'https://example.com/conversations/events'
    $events = 'onMessageAdded', 'onMessageUpdated', 'onMessageRemoved', 'onConversationUpdated', 'onConversationRemoved', 'onParticipantAdded'
    $permissions = 'addParticipant', 'createConversation', 'deleteAnyMessage', 'editAnyMessage', 'joinConversation', 'sendMessage'
    $samples = @{}
    foreach ($resource in $resources) { $samples[$resource.Type] = @(Add-Sample $resource.Type) }
    $samples.ConvConversation += New-ConvConversation -FriendlyName 'Many words that a person may read as a name' -Attributes @{ a = @{ b = 1 } } -State active -TimersInactive PT10M
    $samples.ConvMessage += $samples.ConvConversation[-1] | New-ConvMessage -Author 'a.long.name@example.com' -MediaSid ('ME' + '0' * 32)
    $samples.ConvParticipant += $samples.ConvConversation[-1] | Add-ConvParticipant -MessagingBindingAddress '+15558675310' -MessagingBindingProxyAddress '+15017122661'
    $samples.ConvParticipantConversation += Get-ConvParticipantConversation -Address '+15558675310'
    $samples.ConvWebhook += $samples.ConvConversation[-1] | New-ConvWebhook -ConfigurationUrl $url -ConfigurationFilter $events
    $samples.ConvWebhook += $samples.ConvConversation[-1] | New-ConvWebhook -ConfigurationUrl $url -ConfigurationTrigger help, stop, start, one, two
    $samples.ConvServiceWebhook += Set-ConvServiceWebhook -PreWebhookUrl $url -PostWebhookUrl $url -Filter $events
    $samples.ConvServiceNotification += Set-ConvServiceNotification -NewMessageTemplate 'Something new'
    $samples.ConvRole += New-ConvRole 'A long name for a role' service $permissions
    $samples.ConvUser += New-ConvUser 'somebody.with.a.long.name@example.com' -FriendlyName 'Somebody with a long name'
    $samples.ProxySession += New-ProxySession 'Some longer name that tells two orders apart' -Mode voice-and-message -DateExpiry 2035-01-01 -Participant @{ Identifier = '+15558675310' }
    $samples.ProxySession += $samples.ProxySession[0] | Set-ProxySession -Status closed
    $samples.TelnyxConversation += New-TelnyxConversation 'A talk about the order of a customer' -Metadata @{ telnyx_conversation_channel = 'phone_call'; telnyx_end_user_target = '+13128675309' }
    $samples.TelnyxConversation += Get-TelnyxConversation -First 2
    $samples.SunshineConversation += New-SunshineConversation sdkGroup @{ userId = Get-SampleUser; subscribeSDKClient = $true } -DisplayName 'Many words that a person may read as a name' `
        -Description 'What it is about' -IconUrl https://example.com/icon.png -Metadata @{ level = 'gold' }
    $samples.SunshineConversation += Get-SunshineConversation -UserId (Get-SampleUser) | Where-Object ActiveSwitchboardIntegration | Select-Object -First 1
    $spoken = @(Get-TelnyxConversation)
    $samples.TelnyxConversationMessage = @($spoken[0..1] | Get-TelnyxConversationMessage -First 20)
    $samples.TelnyxConversationInsight = @($spoken | Get-TelnyxConversationInsight)
    $samples['a connection'] = $connections
    $samples['an outcome'] = @(
        New-ConvConversation | Remove-ConvConversation -Confirm:$false -PassThru
        Remove-ConvUser 'US00000000000000000000000000000000' -ServiceSid $absentService -Confirm:$false -PassThru -ErrorAction SilentlyContinue
    )
    $samples['a request'] = @(Get-EverySent | Where-Object Path -Like '/v1/Services*')[0, 1, -1] + @(Get-Sent Sandbox-Telnyx)[0, -1] + @(Get-Sent Sandbox-Sunshine)[0, -1]

    # What a terminal of 80 columns shows.
    function Get-Shown([string] $Format, $Items) { @(($Items | & $Format | Out-String -Width 80) -split '\r?\n' | ForEach-Object TrimEnd) }
}

AfterAll {
    $PSStyle.OutputRendering = $rendering
    Close-Connection
}

Describe 'The table of <Type>' -ForEach $shown {
    BeforeAll {
        $lines = Get-Shown Format-Table $samples[$Type]
        $begin = [array]::FindIndex($lines, [Predicate[string]] { param($line) $line -match '^-+( |$)' })
    }

    It 'has two to six columns of its own, with the identifier first' {
        $table = (Get-FormatData -TypeName $Class).FormatViewDefinition.Control | Where-Object { $_ -is [System.Management.Automation.TableControl] }
        $table.Headers.Count | Should -BeGreaterThan 1
        $table.Headers.Count | Should -BeLessOrEqual 6
        $begin | Should -BeGreaterThan 0
        ($lines[$begin - 1] -split ' ')[0] | Should -Be $Identifier
    }

    It 'has its header on one line of 80 columns' {
        $lines[$begin - 2] | Should -BeNullOrEmpty
        $lines[$begin - 1] | Should -Not -Match '…'
        ($lines[$begin - 1] -split ' +').Count | Should -Be ($lines[$begin] -split ' +').Count
    }

    It 'has the whole identifier of each in 80 columns' {
        $rows = @($lines[($begin + 1)..($lines.Count - 1)] | Where-Object { $_ })
        $rows.Count | Should -Be $samples[$Type].Count
        @($rows | ForEach-Object { ($_ -split ' ')[0] }) | Should -Be @($samples[$Type].$Identifier)
    }

    It 'has no name of a .NET type, and no list in braces' {
        $lines -match 'System\.|ConversationsAdmin\.|[{}]' | Should -BeNullOrEmpty
    }
}

# What is said has no identifier to look for, so the table says whose it is.
Describe 'The table of <Type>' -ForEach $grouped {
    BeforeAll { $lines = Get-Shown Format-Table $samples[$Type] }

    It 'has two to six columns of its own, and the whole conversation above them' {
        $table = (Get-FormatData -TypeName $Class).FormatViewDefinition.Control | Where-Object { $_ -is [System.Management.Automation.TableControl] }
        $table.Headers.Count | Should -BeGreaterThan 1
        $table.Headers.Count | Should -BeLessOrEqual 6
        $ids = @($lines -match '^ +ConversationId: ') -replace '.*: '
        $ids.Count | Should -BeGreaterThan 1
        $ids | Sort-Object -Unique | Should -Be ($samples[$Type].ConversationId | Sort-Object -Unique)
        @($lines -match "^$Header$").Count | Should -Be $ids.Count
    }

    It 'has a line of 80 columns for each' {
        @($lines -match '\d{4}-\d\d-\d\d \d\d:\d\dZ').Count | Should -Be $samples[$Type].Count
        $lines | Where-Object Length -GT 80 | Should -BeNullOrEmpty
        $lines -match 'System\.|ConversationsAdmin\.' | Should -BeNullOrEmpty
    }
}

Describe 'The list of <Type>' -ForEach ($shown + $grouped) {
    BeforeAll { $lines = Get-Shown Format-List $samples[$Type] }

    It 'is one of its own, with the identifier of each' {
        (Get-FormatData -TypeName $Class).FormatViewDefinition.Control | Where-Object { $_ -is [System.Management.Automation.ListControl] } | Should -Not -BeNullOrEmpty
        @($lines -match "^$Identifier +: ") -replace '.* : ' | Should -Be @($samples[$Type].$Identifier | ForEach-Object { "$_" })
    }

    It 'shows no name of a .NET type, and leaves nothing out' {
        # A long value is broken, so that a name may stand on two lines.
        -join ($lines -replace '^ +') | Should -Not -Match 'System\.|ConversationsAdmin\.|…|\.\.\.'
    }

    It 'says where it came from' {
        $names = switch -Wildcard ($Type) {
            # The provider does not say the account of a configuration.
            'ConvServiceConfiguration' { 'ServiceSid', 'ConnectionName'; break }
            'Conv*' { 'ServiceSid', 'ConnectionName', 'AccountSid' }
            'ProxySession' { 'ProxyServiceSid', 'ConnectionName', 'AccountSid' }
            'Telnyx*' { 'ConversationId', 'ConnectionName' }
            'SunshineConversation' { 'AppId', 'ConnectionName' }
        }
        if ($names) {
            foreach ($name in $names) { @($lines -match "^$name +: .").Count | Should -Be $samples[$Type].Count -Because $name }
        }
    }
}

Describe 'The list' {
    It 'has all words of what is several: <Type> <Field>' -ForEach @(
        @{ Type = 'ConvRole'; Field = 'Permissions'; Words = 'addParticipant, createConversation, deleteAnyMessage, editAnyMessage, joinConversation, sendMessage' }
        @{ Type = 'ConvServiceWebhook'; Field = 'Filters'; Words = 'onMessageAdded, onMessageUpdated, onMessageRemoved, onConversationUpdated, onConversationRemoved, onParticipantAdded' }
        @{ Type = 'ConvWebhook'; Field = 'Configuration'; Words = 'post https://example.com/conversations/events for help, stop, start, one, two' }
        @{ Type = 'ConvMessage'; Field = 'Media'; Words = 'picture.jpg' }
        @{ Type = 'SunshineConversation'; Field = 'ActiveSwitchboardIntegration'; Words = 'zd-agentWorkspace' }
    ) {
        $text = $samples[$Type][-1] | Format-List | Out-String -Width 400
        $text | Should -Match "(?m)^$Field +: $([regex]::Escape($Words))\s*$"
    }
}

Describe 'What a cmdlet writes' {
    It 'is of the type that it declares: <_>' -ForEach @($resources.Type + $grouped.Type) {
        $type = (Get-Command "Get-$_").OutputType.Type
        "$type" | Should -Be (Get-ClassName $_)
        foreach ($sample in $samples[$_]) { $sample | Should -BeOfType $type }
        foreach ($verb in 'New', 'Add', 'Set') {
            $command = Get-Command "$verb-$_" -ErrorAction Ignore
            if ($command -and $command.CommandType -eq 'Cmdlet') { "$($command.OutputType.Type)" | Should -Be "$type" -Because $command.Name }
        }
    }

    It 'is of the type that it declares, from Set- too: <Type>' -ForEach @($resources | Where-Object { $_['Set'] }) {
        Add-Sample $Type | Select-Object -First 1 | & (ConvertTo-Pipeline $Set) | Should -BeOfType (Get-Command "Set-$Type").OutputType.Type
    }

    It 'is an outcome from Remove-: <Type>' -ForEach @($resources | Where-Object { $_['Remove'] }) {
        "$((Get-Command "Remove-$Type").OutputType.Type)" | Should -Be 'ConversationsAdmin.RemovalOutcome'
        Add-Sample $Type | Select-Object -First 1 | & (ConvertTo-Pipeline "$Remove -Confirm:`$false -PassThru") | Should -BeOfType ConversationsAdmin.RemovalOutcome
    }

    It 'is declared, also by the cmdlets of connections' {
        foreach ($command in Get-Command -Module ConversationsAdmin -CommandType Cmdlet) { $command.OutputType.Count | Should -BeGreaterThan 0 -Because $command.Name }
        Get-ConvConnection | Should -BeOfType (Get-Command Get-ConvConnection).OutputType.Type
        Test-ConvConnection | Should -BeOfType (Get-Command Test-ConvConnection).OutputType.Type
    }
}
