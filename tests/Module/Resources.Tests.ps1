BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    function Get-LastForm { ConvertFrom-Form (Get-Sent)[-1].Body }
}

AfterAll { Close-Connection }

Describe 'A service' {
    It 'is created, read and removed' {
        $null = Connect-TestSandbox
        $service = New-ConvService 'Rehearsal'
        (Get-Sent)[-1].Body | Should -Be 'FriendlyName=Rehearsal'
        (Get-ConvService $service.ServiceSid).FriendlyName | Should -Be 'Rehearsal'
        ($service | Get-ConvService).ServiceSid | Should -Be $service.ServiceSid
        ($service | Remove-ConvService -Force -Confirm:$false -PassThru).Status | Should -Be 'Removed'
        (Get-ErrorOf { Get-ConvService $service.ServiceSid }).FullyQualifiedErrorId | Should -BeLike 'Twilio.20404,*'
    }
}

Describe 'An object down the pipeline of its own Get- cmdlet' {
    It 'is read again, not the list: <Get> <Form>' -ForEach @(
        foreach ($form in @{ Form = 'as it is'; Convert = { $input } }, @{ Form = 'after CSV'; Convert = { $input | ConvertTo-Csv | ConvertFrom-Csv } }) {
            foreach ($get in 'Get-ConvService', 'Get-ConvConversation', 'Get-ConvParticipant') { @{ Get = $get } + $form }
        }
    ) {
        $null = Connect-TestSandbox
        $one = if ($Get -eq 'Get-ConvParticipant') { Get-ConvConversation -First 9 | Get-ConvParticipant | Select-Object -First 1 } else { & $Get -First 1 }
        $again = @($one | & $Convert | & $Get)
        $again.Count | Should -Be 1
        "$again" | Should -Be "$one"
    }

    It 'is an error, not the list, when the identifier is null' {
        $null = Connect-TestSandbox
        Get-EndOf { Get-ConvService $null } | Should -Not -BeNullOrEmpty
        Get-EndOf { Get-ConvConversation $null } | Should -Not -BeNullOrEmpty
        Get-EndOf { Get-ConvParticipant $null } | Should -Not -BeNullOrEmpty
        @(Get-Sent).Count | Should -Be 0
    }
}

Describe 'A conversation' {
    BeforeEach { $null = Connect-TestSandbox }

    It 'is created with every field, under the names of the wire' {
        $made = New-ConvConversation -FriendlyName f -UniqueName 'u/1' -Attributes @{ a = 1 } -MessagingServiceSid ('MG' + '0' * 32) `
            -DateCreated 2026-01-01 -DateUpdated 2026-01-02 -State inactive -TimersInactive PT1M -TimersClosed PT10M `
            -BindingsEmailAddress a@example.com -BindingsEmailName A -WebhookEnabled $true
        $form = Get-LastForm
        $form.Keys | Sort-Object | Should -Be ('Attributes', 'Bindings.Email.Address', 'Bindings.Email.Name', 'DateCreated', 'DateUpdated', 'FriendlyName',
            'MessagingServiceSid', 'State', 'Timers.Closed', 'Timers.Inactive', 'UniqueName' | Sort-Object)
        $form['Bindings.Email.Address'] | Should -Be 'a@example.com'
        $form['Attributes'] | Should -Be '{"a":1}'
        (Get-Sent)[-1].Headers['X-Twilio-Webhook-Enabled'] | Should -Be 'true'
        (Get-Sent)[-1].ContentType | Should -BeLike 'application/x-www-form-urlencoded*'
        $made.ServiceSid | Should -Be (Get-ConvConnection).ServiceSid
    }

    It 'is created, read, changed, read and removed' {
        $made = New-ConvConversation -UniqueName 'order 1/2'
        (Get-ConvConversation -UniqueName 'order 1/2').ConversationSid | Should -Be $made.ConversationSid
        ($made | Set-ConvConversation -FriendlyName 'New name').FriendlyName | Should -Be 'New name'
        ($made | Get-ConvConversation).FriendlyName | Should -Be 'New name'
        (Remove-ConvConversation -UniqueName 'order 1/2' -Confirm:$false -PassThru -WebhookEnabled $false).Status | Should -Be 'Removed'
        (Get-Sent)[-1].Headers['X-Twilio-Webhook-Enabled'] | Should -Be 'false'
        ($made | Remove-ConvConversation -Confirm:$false -PassThru).Status | Should -Be 'AlreadyGone'
    }

    It 'with a unique name that is taken is an error with the code, and says what to do' {
        $null = New-ConvConversation -UniqueName taken
        $found = Get-ErrorOf { New-ConvConversation -UniqueName taken }
        $found.FullyQualifiedErrorId | Should -BeLike 'Twilio.50353,*'
        $found.CategoryInfo.Category | Should -Be 'ResourceExists'
        $found.Exception.ErrorCode | Should -Be '50353'
        $found.Exception.StatusCode | Should -Be 409
        $found.Exception.RequestId | Should -BeLike 'RQ*'
        $found.Exception.MoreInfo | Should -BeLike 'https://*50353*'
        $found.Exception.Message | Should -BeLike '*another unique name*'
    }

    It 'that is closed stays closed' {
        $made = New-ConvConversation -FriendlyName x
        ($made | Set-ConvConversation -State closed -Force).State | Should -Be 'closed'
        (Get-ErrorOf { $made | Set-ConvConversation -State active }).FullyQualifiedErrorId | Should -BeLike 'Twilio.50377,*'
    }
}

Describe 'A participant' {
    BeforeEach {
        $null = Connect-TestSandbox
        $conversation = New-ConvConversation -FriendlyName x
    }

    It 'is added with every field, under the names of the wire' {
        $role = (Get-ConvConversation -First 9 | Get-ConvParticipant).RoleSid | Where-Object { $_ } | Select-Object -First 1
        $null = $conversation | Add-ConvParticipant -MessagingBindingAddress '+15558675310' -MessagingBindingProxyAddress '+15017122661' `
            -Attributes @{ a = 1 } -RoleSid $role -DateCreated 2026-01-01 -DateUpdated 2026-01-02 -WebhookEnabled $true
        (Get-LastForm).Keys | Sort-Object | Should -Be ('Attributes', 'DateCreated', 'DateUpdated', 'MessagingBinding.Address', 'MessagingBinding.ProxyAddress', 'RoleSid' | Sort-Object)
        $null = New-ConvParticipant $conversation.ConversationSid -Identity ann -MessagingBindingProjectedAddress '+15017122662'
        (Get-LastForm).Keys | Sort-Object | Should -Be 'Identity', 'MessagingBinding.ProjectedAddress'
    }

    It 'is added, read, changed, read and removed' {
        $made = $conversation | Add-ConvParticipant -Identity 'ann@example.com'
        (Get-ConvParticipant $conversation.ConversationSid -Identity 'ann@example.com').ParticipantSid | Should -Be $made.ParticipantSid
        $null = $made | Set-ConvParticipant -Attributes @{ vip = $true } -LastReadMessageIndex 3 -LastReadTimestamp '2026-01-01T00:00:00Z'
        (Get-LastForm).Keys | Sort-Object | Should -Be 'Attributes', 'LastReadMessageIndex', 'LastReadTimestamp'
        ($made | Get-ConvParticipant).Attributes.vip | Should -BeTrue
        ($made | Remove-ConvParticipant -Confirm:$false -PassThru).Status | Should -Be 'Removed'
        ($made | Remove-ConvParticipant -Confirm:$false -PassThru).Status | Should -Be 'AlreadyGone'
    }

    It 'whose address pair is in use elsewhere is an error that names the conversation and what to do' {
        $null = $conversation | Add-ConvParticipant -MessagingBindingAddress '+15558675310' -MessagingBindingProxyAddress '+15017122661'
        $found = Get-ErrorOf { New-ConvConversation | Add-ConvParticipant -MessagingBindingAddress '+15558675310' -MessagingBindingProxyAddress '+15017122661' }
        $found.FullyQualifiedErrorId | Should -BeLike 'Twilio.50416,*'
        $found.Exception.Message | Should -BeLike "*$($conversation.ConversationSid)*close or remove*"
    }

    It 'who is in the conversation already is an error with the code' {
        $null = $conversation | Add-ConvParticipant -Identity bob
        (Get-ErrorOf { $conversation | Add-ConvParticipant -Identity bob }).FullyQualifiedErrorId | Should -BeLike 'Twilio.50433,*'
    }

    It 'is added to many conversations at once' {
        $null = Connect-TestSandbox @{ Latency = '00:00:00.05' }
        $open = @(Get-ConvConversation -State active)
        Clear-Sent
        @($open | Add-ConvParticipant -Identity auditor -ThrottleLimit 8).Count | Should -Be $open.Count
        (Get-ConvConnection).Sandbox.MaxConcurrent | Should -BeGreaterThan 1
        (Get-ConvConnection).Sandbox.MaxConcurrent | Should -BeLessOrEqual 8
    }
}

Describe 'What is written' {
    BeforeAll {
        $null = Connect-TestSandbox
        $samples = @{
            ConvService = Get-ConvService -First 1
            ConvConversation = Get-ConvConversation -First 1
            ConvParticipant = Get-ConvConversation -First 9 | Get-ConvParticipant | Select-Object -First 1
        }
    }

    It 'says what it is and where it came from: <_>' -ForEach 'ConvService', 'ConvConversation', 'ConvParticipant' {
        $samples[$_].ResourceType | Should -Be $_
        $samples[$_].ConnectionName | Should -Be 'Sandbox'
        $samples[$_].AccountSid | Should -Be (Get-ConvConnection).AccountSid
    }

    It 'has a table of at most six columns and a list: <Name>' -ForEach @(
        @{ Name = 'ConversationsAdmin.Twilio.Service' }
        @{ Name = 'ConversationsAdmin.Twilio.Conversation' }
        @{ Name = 'ConversationsAdmin.Twilio.Participant' }
        @{ Name = 'ConversationsAdmin.ConvConnection' }
        @{ Name = 'ConversationsAdmin.RemovalOutcome' }
        @{ Name = 'ConversationsAdmin.RecordedRequest' }
    ) {
        $views = (Get-FormatData -TypeName $Name).FormatViewDefinition
        $table = $views.Control | Where-Object { $_ -is [System.Management.Automation.TableControl] }
        $table.Headers.Count | Should -BeGreaterThan 1
        $table.Headers.Count | Should -BeLessOrEqual 6
        $views.Control | Where-Object { $_ -is [System.Management.Automation.ListControl] } | Should -Not -BeNullOrEmpty
    }

    It 'fits a terminal of 80 columns' {
        $lines = ($samples.ConvConversation | Format-Table | Out-String -Width 80) -split '\r?\n'
        ($lines -like '*ConversationSid*State*DateUpdated*FriendlyName*').Count | Should -Be 1
        ($lines -like "*$($samples.ConvConversation.ConversationSid)*").Count | Should -Be 1
    }

    It 'is declared by every cmdlet that writes' {
        foreach ($command in Get-Command -Module ConversationsAdmin -CommandType Cmdlet) {
            $command.OutputType.Count | Should -BeGreaterThan 0 -Because $command.Name
        }
    }
}

Describe 'The commands' {
    It 'are those of the manifest' {
        $manifest = Import-PowerShellDataFile (Join-Path $modulePath 'ConversationsAdmin.psd1')
        (Get-Command -Module ConversationsAdmin -CommandType Cmdlet).Name | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
        (Get-Command -Module ConversationsAdmin -CommandType Alias).Name | Should -Be $manifest.AliasesToExport
    }

    It 'ask before they change something: <_>' -ForEach 'New', 'Add', 'Set', 'Remove' {
        foreach ($command in Get-Command -Module ConversationsAdmin -Verb $_ | Where-Object Name -NE 'New-ConvCleanupPlan') {
            $command.Parameters.Keys | Should -Contain 'WhatIf' -Because $command.Name
        }
    }

    It 'take -Connection' {
        foreach ($command in Get-Command -Module ConversationsAdmin -Noun ConvService, ConvConversation, ConvParticipant) {
            $command.Parameters['Connection'].Aliases | Should -Contain 'ConnectionName' -Because $command.Name
        }
    }
}

Describe 'Work that takes longer than a second' {
    It 'shows progress a few times a second, and ends it' {
        $runspace = [runspacefactory]::CreateRunspace()
        $runspace.Open()
        $shell = [powershell]::Create($runspace)
        try {
            $null = $shell.AddScript("Import-Module '$modulePath'
                Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 500; Latency = '00:00:00.1' }
                `$all = Get-ConvConversation -State closed
                `$watch = [Diagnostics.Stopwatch]::StartNew()
                `$all | Remove-ConvConversation -Confirm:`$false -ThrottleLimit 5
                `$watch.Elapsed.TotalSeconds")
            $seconds = $shell.Invoke()[0]
            $shown = @($shell.Streams.Progress | Where-Object Activity -Like 'Removing*')
            $shown.Count | Should -BeGreaterThan 1
            $shown.Count | Should -BeLessThan (5 * $seconds)
            $shown[0].StatusDescription | Should -Match '^\d+ of \d+ done, \d+/s, 0 failed$'
            $shown[0].SecondsRemaining | Should -BeGreaterThan 0
            $shown[0].PercentComplete | Should -BeGreaterThan 0
            $shown[-1].RecordType | Should -Be 'Completed'
        }
        finally {
            $shell.Dispose()
            $runspace.Dispose()
        }
    }
}
