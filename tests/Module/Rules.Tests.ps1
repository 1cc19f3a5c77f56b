BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"
    $null = Connect-TestSandbox

    # The values of a repeated field of a form or a query, in order.
    function Get-Value([string] $Text, [string] $Name) { @([System.Web.HttpUtility]::ParseQueryString($Text).GetValues($Name)) }

    # A host with somebody at it: it answers each question with the next answer, and keeps what it was asked.
    Add-Type -IgnoreWarnings -WarningAction SilentlyContinue -TypeDefinition @'
using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

public sealed class AnsweringHost(int[] answers) : PSHost
{
    private readonly AnsweringInterface ui = new(answers);
    public List<string> Asked => ui.Asked;
    public override string Name => "Answering";
    public override Version Version { get; } = new(1, 0);
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override PSHostUserInterface UI => ui;
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;
    public override void SetShouldExit(int exitCode) { }
    public override void EnterNestedPrompt() { }
    public override void ExitNestedPrompt() { }
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }

    private sealed class AnsweringInterface(int[] answers) : PSHostUserInterface
    {
        private readonly Queue<int> left = new(answers);
        public List<string> Asked { get; } = [];
        public override PSHostRawUserInterface RawUI => null;
        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            Asked.Add(caption + "\n" + message);
            return left.Dequeue();
        }
        public override string ReadLine() => throw new NotSupportedException();
        public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();
        public override void Write(string value) { }
        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) { }
        public override void WriteLine(string value) { }
        public override void WriteErrorLine(string value) { }
        public override void WriteDebugLine(string message) { }
        public override void WriteProgress(long sourceId, ProgressRecord record) { }
        public override void WriteVerboseLine(string message) { }
        public override void WriteWarningLine(string message) { }
        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw new NotSupportedException();
        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw new NotSupportedException();
        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes types, PSCredentialUIOptions options) => throw new NotSupportedException();
    }
}
'@

    # Works on three roles of a sandbox of its own, where somebody answers, or, without answers, where nobody can.
    # Tells what was asked, how many writes were sent, what was written and which errors there were.
    function Invoke-Asked([string] $Command, [int[]] $Answer) {
        $answering = $PSBoundParameters.ContainsKey('Answer') ? [AnsweringHost]::new($Answer) : $null
        $runspace = $answering ? [runspacefactory]::CreateRunspace($answering) : [runspacefactory]::CreateRunspace()
        $runspace.Open()
        $shell = [powershell]::Create($runspace)
        try {
            $null = $shell.AddScript("Import-Module '$modulePath'
                `$sandbox = (Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 0 } -PassThru).Sandbox
                `$roles = 1..3 | ForEach-Object { New-ConvRole `$_ conversation sendMessage }
                `$sandbox.Clear()
                `$found = try { $Command 2>&1 } catch { `$_ }
                @{
                    Roles  = `$roles
                    Found  = @(`$found)
                    Writes = @(`$sandbox.Requests | Where-Object Method -NE GET).Count
                    Now    = @(`$roles | Get-ConvRole | ForEach-Object { `$_.Permissions -join ',' } | Sort-Object)
                }")
            $result = $shell.Invoke()[0]
            $result.Asked = @($answering ? $answering.Asked.ToArray() : @())
            $result
        }
        finally {
            $shell.Dispose()
            $runspace.Dispose()
        }
    }
}

AfterAll { Close-Connection }

# The answers are those of ShouldContinue: 0 yes, 1 yes to all, 2 no, 3 no to all.
Describe 'Set-ConvRole' {
    It 'asks, and says that all permissions are replaced, and by what' {
        $result = Invoke-Asked '$roles[0] | Set-ConvRole -Permission leaveConversation, sendMediaMessage' 0
        $result.Asked.Count | Should -Be 1
        $result.Asked[0] | Should -Match "All permissions of role .*$($result.Roles[0].RoleSid).* are replaced by: leaveConversation, sendMediaMessage"
        $result.Asked[0] | Should -Match 'lose every other'
        $result.Writes | Should -Be 1
        $result.Now | Should -Be 'leaveConversation,sendMediaMessage', 'sendMessage', 'sendMessage'
    }

    It 'does what is answered: <Shown>' -ForEach @(
        @{ Shown = 'no, yes, no'; Answer = 2, 0, 2; Asked = 3; Writes = 1 }
        @{ Shown = 'yes to all'; Answer = @(1); Asked = 1; Writes = 3 }
        @{ Shown = 'no to all'; Answer = @(3); Asked = 1; Writes = 0 }
        @{ Shown = 'yes, no to all'; Answer = 0, 3; Asked = 2; Writes = 1 }
    ) {
        $result = Invoke-Asked '$roles | Set-ConvRole -Permission leaveConversation' $Answer
        $result.Asked.Count | Should -Be $Asked
        $result.Writes | Should -Be $Writes
        @($result.Now -eq 'leaveConversation').Count | Should -Be $Writes
    }

    It 'asks nothing with -Force' {
        $result = Invoke-Asked 'Set-ConvRole $roles.RoleSid leaveConversation -Force' 2
        $result.Asked.Count | Should -Be 0
        $result.Writes | Should -Be 3
    }

    It 'asks nothing and sends nothing with -WhatIf: <_>' -ForEach @(
        '$roles | Set-ConvRole -Permission leaveConversation -WhatIf'
        '$roles | Set-ConvRole -Permission leaveConversation -Force -WhatIf'
        '& { $WhatIfPreference = $true; $roles | Set-ConvRole -Permission leaveConversation -Force -Confirm:$false }'
    ) {
        $result = Invoke-Asked $_ 0
        $result.Asked.Count | Should -Be 0
        $result.Writes | Should -Be 0
        $result.Found.Count | Should -Be 0
    }

    It 'names -Force where nobody can be asked: <_>' -ForEach '$roles | Set-ConvRole -Permission leaveConversation', 'Set-ConvRole $roles.RoleSid leaveConversation -Confirm:$false' {
        $result = Invoke-Asked $_
        $result.Found[0].FullyQualifiedErrorId | Should -BeLike 'CannotAsk,*'
        $result.Found[0].Exception.Message | Should -BeLike '*-Force*'
        $result.Writes | Should -Be 0
    }

    It 'names -Force in a PowerShell that nobody sits at' {
        $said = Invoke-Unattended @'
Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 0 }
try { Get-ConvRole -First 1 | Set-ConvRole -Permission leaveConversation } catch { "$($_.FullyQualifiedErrorId) $_" }
'writes ' + @((Get-ConvConnection).Sandbox.Requests | Where-Object Method -NE GET).Count
'@
        $said | Should -BeLike '*CannotAsk,*-Force*writes 0*'
    }
}

Describe 'A role' {
    It 'has the permissions of the array, each a field of its own, and gets others in their place' {
        $role = New-ConvRole -FriendlyName host -Type conversation -Permission sendMessage, leaveConversation
        Get-Value (Get-Sent)[-1].Body Permission | Should -Be 'sendMessage', 'leaveConversation'
        $role.Permissions | Should -Be 'sendMessage', 'leaveConversation'
        $set = $role | Set-ConvRole -Permission joinConversation, sendMessage -Force
        Get-Value (Get-Sent)[-1].Body Permission | Should -Be 'joinConversation', 'sendMessage'
        $set.Permissions | Should -Be 'joinConversation', 'sendMessage'
    }

    It 'needs a permission, or is not sent: <_>' -ForEach 'New-ConvRole x conversation @()', 'Set-ConvRole RL00000000000000000000000000000000 @() -Force' {
        Clear-Sent
        Get-EndOf ([scriptblock]::Create($_)) | Should -Not -BeNullOrEmpty
        @(Get-Sent).Count | Should -Be 0
    }
}

Describe 'A webhook' {
    BeforeEach {
        $conversation = New-ConvConversation -FriendlyName x
        Clear-Sent
    }

    It 'is a <Target> by what it is given, and sends <Fields>' -ForEach @(
        @{ Target = 'webhook'; Fields = 'Configuration.Filters', 'Configuration.Method', 'Configuration.Url', 'Target'
            Given = @{ ConfigurationUrl = 'https://example.com'; ConfigurationFilter = 'onMessageAdded', 'onMessageRemoved'; ConfigurationMethod = 'get' } }
        @{ Target = 'trigger'; Fields = 'Configuration.Triggers', 'Configuration.Url', 'Target'
            Given = @{ ConfigurationUrl = 'https://example.com'; ConfigurationTrigger = 'help', 'stop' } }
        @{ Target = 'studio'; Fields = 'Configuration.FlowSid', 'Configuration.ReplayAfter', 'Target'
            Given = @{ ConfigurationFlowSid = 'FW' + '0' * 32; ConfigurationReplayAfter = 0 } }
    ) {
        $made = $conversation | New-ConvWebhook @Given
        $made.Target | Should -Be $Target
        (ConvertFrom-Form (Get-Sent)[-1].Body).Keys | Sort-Object | Should -Be $Fields
        ($made | Get-ConvWebhook).Target | Should -Be $Target
        foreach ($read in $made, ($made | Get-ConvWebhook)) {
            # The provider answers with the keywords of a trigger as its filters.
            "$($read.Configuration.Filters)" | Should -Be "$($Given['ConfigurationFilter'])"
            "$($read.Configuration.Triggers)" | Should -Be "$($Given['ConfigurationTrigger'])"
        }
    }

    It 'of two kinds at once is not sent: <_>' -ForEach @(
        '-ConfigurationUrl https://example.com -ConfigurationFlowSid FW00000000000000000000000000000000'
        '-ConfigurationUrl https://example.com -ConfigurationFilter onMessageAdded -ConfigurationTrigger help'
        '-ConfigurationFlowSid FW00000000000000000000000000000000 -ConfigurationMethod get'
        '-ConfigurationUrl https://example.com -Target studio'
        '-ConfigurationFlowSid FW00000000000000000000000000000000 -Target trigger'
    ) {
        Get-EndOf ([scriptblock]::Create("`$conversation | New-ConvWebhook $_")) | Should -Not -BeNullOrEmpty
        @(Get-Sent).Count | Should -Be 0
    }

    It 'is one of five at most, and the sixth is an error that says so' {
        $many = 1..5 | ForEach-Object { $conversation | New-ConvWebhook -ConfigurationFlowSid ('FW' + '0' * 32) }
        $found = Get-ErrorOf { $conversation | New-ConvWebhook -ConfigurationFlowSid ('FW' + '0' * 32) }
        $found.FullyQualifiedErrorId | Should -BeLike 'Twilio.50361,*'
        @($conversation | Get-ConvWebhook).Count | Should -Be 5
        $many[0] | Remove-ConvWebhook -Confirm:$false
        $conversation | New-ConvWebhook -ConfigurationFlowSid ('FW' + '0' * 32) | Should -Not -BeNullOrEmpty
    }

    It 'gets other filters in place of those that it had, and stays what it is' {
        $made = $conversation | New-ConvWebhook -ConfigurationUrl https://example.com -ConfigurationFilter onMessageAdded, onMessageRemoved
        $set = $made | Set-ConvWebhook -ConfigurationFilter onConversationUpdated
        (ConvertFrom-Form (Get-Sent)[-1].Body).Keys | Should -Be 'Configuration.Filters'
        $set.Configuration.Filters | Should -Be 'onConversationUpdated'
        $set.Configuration.Url | Should -Be 'https://example.com/'
        $set.Target | Should -Be 'webhook'
    }
}

Describe 'The notifications of a service' {
    It 'read with a dot what was set, each in its place' {
        $service = New-ConvService notified
        $null = Set-ConvServiceNotification $service.ServiceSid -LogEnabled $true `
            -NewMessageEnabled $true -NewMessageTemplate new -NewMessageSound ping -NewMessageBadgeCountEnabled $true `
            -NewMessageWithMediaEnabled $true -NewMessageWithMediaTemplate file `
            -AddedToConversationEnabled $true -AddedToConversationTemplate added -AddedToConversationSound dong `
            -RemovedFromConversationEnabled $true -RemovedFromConversationTemplate removed -RemovedFromConversationSound pling
        $read = Get-ConvServiceNotification $service.ServiceSid
        $read.LogEnabled | Should -BeTrue
        $read.NewMessage.Enabled | Should -BeTrue
        $read.NewMessage.Template | Should -Be 'new'
        $read.NewMessage.Sound | Should -Be 'ping'
        $read.NewMessage.BadgeCountEnabled | Should -BeTrue
        $read.NewMessage.WithMedia.Enabled | Should -BeTrue
        $read.NewMessage.WithMedia.Template | Should -Be 'file'
        $read.AddedToConversation.Enabled | Should -BeTrue
        $read.AddedToConversation.Template | Should -Be 'added'
        $read.AddedToConversation.Sound | Should -Be 'dong'
        $read.RemovedFromConversation.Enabled | Should -BeTrue
        $read.RemovedFromConversation.Template | Should -Be 'removed'
        $read.RemovedFromConversation.Sound | Should -Be 'pling'
        $file = $read | ConvertTo-Json -Depth 3 | ConvertFrom-Json
        $file.NewMessage.WithMedia.Template | Should -Be 'file'
    }

    It 'keep what is not given' {
        $service = New-ConvService notified
        $null = $service.ServiceSid | Set-ConvServiceNotification -NewMessageTemplate new -AddedToConversationEnabled $true
        $set = $service.ServiceSid | Set-ConvServiceNotification -AddedToConversationEnabled $false
        (ConvertFrom-Form (Get-Sent)[-1].Body).Keys | Should -Be 'AddedToConversation.Enabled'
        $set.NewMessage.Template | Should -Be 'new'
        $set.AddedToConversation.Enabled | Should -BeFalse
    }
}

Describe 'Messages' {
    BeforeAll {
        $conversation = New-ConvConversation -FriendlyName x
        0..2 | ForEach-Object { $null = $conversation | New-ConvMessage -Body $_ }
    }

    It 'come in the order <Order>' -ForEach @(
        @{ Order = 'asc'; Bodies = '0', '1', '2' }
        @{ Order = 'desc'; Bodies = '2', '1', '0' }
        @{ Order = 'DESC'; Bodies = '2', '1', '0' }
    ) {
        ($conversation | Get-ConvMessage -Order $Order).Body | Should -Be $Bodies
        Get-Value (Get-Sent)[-1].Query Order | Should -BeExactly $Order.ToLowerInvariant()
        # Page by page too, and only as far as is wanted.
        ($conversation | Get-ConvMessage -Order $Order -PageSize 1).Body | Should -Be $Bodies
        ($conversation | Get-ConvMessage -Order $Order -First 1).Body | Should -Be $Bodies[0]
    }

    It 'come with the oldest first by themselves, and take no order with a SID' {
        ($conversation | Get-ConvMessage).Body | Should -Be '0', '1', '2'
        Clear-Sent
        (Get-EndOf { Get-ConvMessage -ConversationSid $conversation.ConversationSid -MessageSid ('IM' + '0' * 32) -Order desc }).FullyQualifiedErrorId | Should -BeLike 'AmbiguousParameterSet,*'
        @(Get-Sent).Count | Should -Be 0
    }
}

Describe 'Push bindings' {
    BeforeAll { $all = @(Get-ConvBinding) }

    It 'are those of the given types: <_>' -ForEach @(, 'apn'), @('apn', 'fcm'), @('APN', 'gcm', 'fcm') {
        $types = $_
        $expected = @($all | Where-Object BindingType -In $types)
        $expected.Count | Should -BeGreaterThan 0
        $expected.Count | Should -BeLessThan $all.Count
        "$(Get-ConvBinding -BindingType $types)" | Should -Be "$expected"
        Get-Value (Get-Sent)[-1].Query BindingType | Should -BeExactly $types.ToLowerInvariant()
    }

    It 'are those of the given identities, and of both' {
        $identities = @($all.Identity | Sort-Object -Unique)[0..1]
        $expected = @($all | Where-Object Identity -In $identities)
        "$(Get-ConvBinding -Identity $identities)" | Should -Be "$expected"
        Get-Value (Get-Sent)[-1].Query Identity | Should -Be $identities
        "$(Get-ConvBinding -Identity $identities -BindingType $expected[0].BindingType)" | Should -Be "$($expected | Where-Object BindingType -EQ $expected[0].BindingType)"
    }
}
