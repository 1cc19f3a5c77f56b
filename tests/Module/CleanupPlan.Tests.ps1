BeforeDiscovery {
    $types = @(
        @{ Type = 'ConvConversation'; Provider = 'Twilio' }
        @{ Type = 'ProxySession'; Provider = 'Twilio' }
        @{ Type = 'TelnyxConversation'; Provider = 'Telnyx' }
        @{ Type = 'SunshineConversation'; Provider = 'Sunshine' }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    # Sample data are as old as their sandbox: those of two are alike only at one time.
    $now = [datetimeoffset]::UtcNow

    function Connect-Sandbox([string] $Provider, [hashtable] $Option = @{}, [string] $Name = 'Sandbox') {
        Connect-ConvProvider $Provider -Sandbox -SandboxOption (@{ Conversations = 100 } + $Option) -Name $Name -PassThru
    }

    # What else a plan for a type needs.
    function Get-Scope([string] $Type, $Connection) {
        if ($Type -eq 'SunshineConversation') { @{ UserId = $Connection.Sandbox.SampleUserId } } else { @{} }
    }

    function Get-Write([string] $Connection = 'Sandbox') { @((Get-Sent $Connection) | Where-Object Method -NE 'GET') }

    function Get-Total($Result) { $Result.DoneBefore + $Result.Removed + $Result.AlreadyGone + $Result.Closed + $Result.Skipped + $Result.Failed + $Result.NotBegun }
}

AfterAll { Close-Connection }

Describe 'A plan for <Type>' -ForEach $types {
    BeforeEach {
        $connection = Connect-Sandbox $Provider
        $scope = Get-Scope $Type $connection
        Clear-Sent
    }

    It 'is made, kept, read, and carried out once' {
        $file = Join-Path $TestDrive "$Type.json"
        $plan = New-ConvCleanupPlan $Type @scope -Name * -Path $file
        @(Get-Write).Count | Should -Be 0
        $plan.ItemCount | Should -BeGreaterThan 2
        ($plan.Counts | Measure-Object Count -Sum).Sum | Should -Be $plan.ItemCount
        $plan.Path | Should -Be $file
        $plan.Items[0].Target | Should -BeOfType [string]
        $plan.Counts[0].Count | Should -BeOfType [int]

        $result = Get-ConvCleanupPlan $file | Invoke-ConvCleanupPlan -Confirm:$false
        $result.Removed | Should -Be $plan.ItemCount
        $result.Planned | Should -Be $plan.ItemCount
        Get-Total $result | Should -Be $plan.ItemCount
        @(Get-Write).Count | Should -Be $plan.ItemCount
        @(Get-Write | Group-Object Path | Where-Object Count -GT 1).Count | Should -Be 0
        (New-ConvCleanupPlan $Type @scope -Name *).ItemCount | Should -Be 0

        Clear-Sent
        $again = Invoke-ConvCleanupPlan -Path $file -Confirm:$false
        $again.AlreadyGone | Should -Be $plan.ItemCount
        @(Get-Write).Count | Should -Be 0
    }

    It 'sends no change with -WhatIf, and tells what it would do on one line' {
        $plan = New-ConvCleanupPlan $Type @scope -Name *
        $told = Get-WhatIf { $plan | Invoke-ConvCleanupPlan -WhatIf }
        $told.Count | Should -Be 1
        $told | Should -BeLike "What if: Remove for good $($plan.ItemCount) *"
        @(Get-Write).Count | Should -Be 0
    }

    It 'is for other items when the criteria are others' {
        $all = New-ConvCleanupPlan $Type @scope -Name *
        $one = $all.Items[0]
        (New-ConvCleanupPlan $Type @scope -Name * -Exclude $one).ItemCount | Should -Be ($all.ItemCount - 1)
        (New-ConvCleanupPlan $Type @scope -Name * -Exclude $one.Target.ToLowerInvariant().Replace('ch', 'CH').Replace('kc', 'KC')).ItemCount | Should -Be ($all.ItemCount - 1)
        $other = New-ConvCleanupPlan $Type @scope -LastMessageBefore (Get-Date).AddDays(-90)
        $other.ItemCount | Should -BeLessThan $all.ItemCount
        foreach ($item in $other.Items) { @($item.LastMessageAt, $item.DateCreated | Where-Object { $_ })[0] | Should -BeLessThan ([datetimeoffset]::Now.AddDays(-89)) }
    }
}

Describe 'Making a plan' {
    BeforeEach {
        $connection = Connect-TestSandbox
        Clear-Sent
    }

    It 'refuses <Command> (<Id>), and asks nothing of the provider' -ForEach @(
        @{ Command = 'New-ConvCleanupPlan'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan -Exclude ("CH" + "1" * 32)'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan -State Open'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan -State $misspelt'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -CreatedBefore $misspelt'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -UpdatedBefore $misspelt'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -LastMessageBefore $misspelt'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -NoParticipant:$misspelt'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -NoMessage:$misspelt'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -Force:$misspelt'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -Name $misspelt'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -Name @()'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -Name "a", $misspelt'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -Name ""'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -Name " "'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan -State active -Name "[ab]*"'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan -State active -Attribute $misspelt'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -Attribute @{}'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -Attribute @{ a = 1, 2 }'; Id = 'InvalidArgument' }
        @{ Command = '$twice = @{ [object]1 = "a"; "1" = "b" }; New-ConvCleanupPlan -State active -Attribute $twice'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan -State active -KeepNewest $misspelt'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -KeepNewest 0'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -KeepNewest 1.5'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'New-ConvCleanupPlan -NoParticipant -KeepNewest 1'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan -State active -Exclude $misspelt'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -Exclude @()'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -Exclude hello'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan -State active -Exclude 5'; Id = 'WrongTarget' }
        @{ Command = 'New-ConvCleanupPlan -State active -Exclude $connection'; Id = 'WrongTarget' }
        @{ Command = 'New-ConvCleanupPlan -State active -Exclude ([pscustomobject]@{ ResourceType = "ProxySession"; SessionSid = "KC" + "1" * 32 })'; Id = 'WrongTarget' }
        @{ Command = 'New-ConvCleanupPlan -State active -ServiceSid $misspelt'; Id = 'NullArgument' }
        @{ Command = 'New-ConvCleanupPlan -State active -ServiceSid CH1'; Id = 'InvalidIdentifier' }
        @{ Command = 'New-ConvCleanupPlan -State active -UserId ada'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan -State active -AppId ("1" * 24)'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan ProxySession -Name * -ServiceSid ("IS" + "1" * 32)'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan ProxySession -Name * -Attribute @{ a = 1 }'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan $misspelt -State active'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'New-ConvCleanupPlan ConvService -Name *'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'New-ConvCleanupPlan -CreatedBefore (Get-Date).AddDays(90)'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan -CreatedBefore (Get-Date -Format yyyy-MM-dd)'; Id = 'InvalidArgument' }
        @{ Command = 'New-ConvCleanupPlan -LastMessageBefore 90'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'New-ConvCleanupPlan -LastMessageBefore 01/02/2026'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -Path $misspelt'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'New-ConvCleanupPlan -State active -Path (Join-Path $TestDrive "no folder/plan.json")'; Id = 'FileNotWritable' }
        @{ Command = 'New-ConvCleanupPlan -State active -Path $TestDrive'; Id = 'FileNotWritable' }
        @{ Command = 'New-ConvCleanupPlan -State active -Path env:plan'; Id = 'NoFile' }
        @{ Command = '$connection | New-ConvCleanupPlan -State active'; Id = 'WrongTarget' }
        @{ Command = '"CH" + "1" * 32 | New-ConvCleanupPlan -State active'; Id = 'WrongTarget' }
        @{ Command = 'New-ConvCleanupPlan TelnyxConversation -Name *'; Id = 'NoConnection' }
        @{ Command = 'New-ConvCleanupPlan TelnyxConversation -Name * -Connection Sandbox'; Id = 'OtherProvider' }
    ) {
        $ended = Get-EndOf ([scriptblock]::Create($Command))
        $ended.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $ended.Exception.Message | Should -Not -Match '--\w'
        @(Get-Sent).Count | Should -Be 0
    }

    It 'makes no plan of what comes down the pipeline' {
        $conversations = Get-ConvConversation -First 2
        Clear-Sent
        (Get-EndOf { $conversations | New-ConvCleanupPlan -Name * }).FullyQualifiedErrorId | Should -BeLike 'WrongTarget,*'
        @(Get-Sent).Count | Should -Be 0
    }

    It 'finds by each criterion what the cmdlets show' {
        $all = Get-ConvConversation
        $limit = [datetimeoffset]::UtcNow.AddDays(-100)
        (New-ConvCleanupPlan -State closed).Items.Target | Should -Be @($all | Where-Object State -EQ closed).ConversationSid
        (New-ConvCleanupPlan -CreatedBefore $limit).Items.Target | Should -Be @($all | Where-Object DateCreated -LT $limit).ConversationSid
        (New-ConvCleanupPlan -UpdatedBefore $limit).Items.Target | Should -Be @($all | Where-Object DateUpdated -LT $limit).ConversationSid
        $orphans = @($all | Where-Object { -not ($_ | Get-ConvParticipant) }).ConversationSid
        (New-ConvCleanupPlan -NoParticipant).Items.Target | Should -Be $orphans
        $silent = @($all | Where-Object { -not ($_ | Get-ConvMessage -First 1) }).ConversationSid
        (New-ConvCleanupPlan -NoMessage).Items.Target | Should -Be $silent
    }

    It 'keeps what is given as an object, as a text, and as what a CSV file kept of it' {
        $all = @(Get-ConvConversation)
        $csv = $all[1] | ConvertTo-Csv | ConvertFrom-Csv
        $plan = New-ConvCleanupPlan -Name * -Exclude $all[0], $csv, $all[2].ConversationSid
        $plan.ItemCount | Should -Be ($all.Count - 3)
        $plan.Items.Target | Should -Not -Contain $all[0].ConversationSid
    }

    It 'replaces no file unless that is said' {
        $file = Join-Path $TestDrive 'mine.json'
        Set-Content $file 'mine'
        (Get-EndOf { New-ConvCleanupPlan -State closed -Path $file }).FullyQualifiedErrorId | Should -BeLike 'FileExists,*'
        @(Get-Sent).Count | Should -Be 0
        Get-Content $file | Should -Be 'mine'
        $plan = New-ConvCleanupPlan -State closed -Path $file -Force
        (Get-ConvCleanupPlan $file).PlanId | Should -Be $plan.PlanId
    }

    It 'follows the location of the runspace' {
        Push-Location $TestDrive
        try {
            $plan = New-ConvCleanupPlan -State closed -Path here.json
            $plan.Path | Should -Be (Join-Path $TestDrive 'here.json')
            (Get-ConvCleanupPlan ./here.json).ItemCount | Should -Be $plan.ItemCount
            (Get-Item here.json | Get-ConvCleanupPlan).ItemCount | Should -Be $plan.ItemCount
        }
        finally { Pop-Location }
    }

    It 'ends with the error of the provider, and writes no plan of a part' {
        $null = Connect-TestSandbox @{ FailWith = '20003' }
        $file = Join-Path $TestDrive 'part.json'
        (Get-EndOf { New-ConvCleanupPlan -State closed -Path $file }).FullyQualifiedErrorId | Should -BeLike 'Twilio.20003,*'
        Test-Path $file | Should -BeFalse
    }

    It 'completes the states of <Type>' -ForEach @(
        @{ Type = ''; Expected = 'active', 'closed', 'inactive', 'initializing' }
        @{ Type = 'ConvConversation '; Expected = 'active', 'closed', 'inactive', 'initializing' }
        @{ Type = 'ProxySession '; Expected = 'closed', 'failed', 'in-progress', 'open', 'unknown' }
        @{ Type = '-ResourceType TelnyxConversation '; Expected = @() }
    ) {
        $line = "New-ConvCleanupPlan $Type-State "
        $completions = [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches
        @($completions | Where-Object ResultType -EQ ParameterValue | ForEach-Object CompletionText | Sort-Object) | Should -Be $Expected
    }
}

Describe 'Reading a plan' {
    It 'tells each file that is none, and reads the others' {
        $null = Connect-TestSandbox
        $good = Join-Path $TestDrive 'good.json'
        $bad = Join-Path $TestDrive 'bad.json'
        $null = New-ConvCleanupPlan -State closed -Path $good
        Set-Content $bad '{}'
        $plans = Get-ConvCleanupPlan $bad, (Join-Path $TestDrive 'none.json'), $good -ErrorVariable unreadable -ErrorAction SilentlyContinue
        @($plans).Count | Should -Be 1
        @($unreadable | ForEach-Object FullyQualifiedErrorId) | Should -Be (@('PlanUnreadable,ConversationsAdmin.Module.Commands.Cleanup.GetConvCleanupPlanCommand') * 2)
    }
}

Describe 'Carrying out a plan' {
    BeforeEach {
        $connection = Connect-TestSandbox @{ Now = $now }
        $plan = New-ConvCleanupPlan -State closed
        Clear-Sent
    }

    It 'refuses <Command> (<Id>), and sends nothing' -ForEach @(
        @{ Command = '$plan | Invoke-ConvCleanupPlan -Confirm:$false -MaxItem 5'; Id = 'PlanTooLarge' }
        @{ Command = '$plan | Invoke-ConvCleanupPlan -Confirm:$false -MaxAge 0:0:0'; Id = 'PlanTooOld' }
        @{ Command = '$plan | Invoke-ConvCleanupPlan -Confirm:$false -MaxAge 5'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = '$plan | Invoke-ConvCleanupPlan -Confirm:$false -MaxAge $misspelt'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = '$plan | Invoke-ConvCleanupPlan -Confirm:$false -MaxItem $misspelt'; Id = 'ParameterArgumentValidationError' }
        @{ Command = '$plan | Invoke-ConvCleanupPlan -Confirm:$false -MaxError $misspelt'; Id = 'ParameterArgumentValidationError' }
        @{ Command = '$plan | Invoke-ConvCleanupPlan -Confirm:$false -Close:$misspelt'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = '$plan | Invoke-ConvCleanupPlan -Confirm:$false -SkipCheck:$misspelt'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = '$plan | Invoke-ConvCleanupPlan -Confirm:$false -JournalPath $misspelt'; Id = 'ParameterArgumentValidationError' }
        @{ Command = '$plan | Invoke-ConvCleanupPlan -Confirm:$false -ArchivePath $misspelt'; Id = 'ParameterArgumentValidationError' }
        @{ Command = '$plan | Invoke-ConvCleanupPlan -Confirm:$false -Connection $misspelt'; Id = 'ParameterArgumentValidationError' }
        @{ Command = '$plan | Invoke-ConvCleanupPlan -Confirm:$false -Connection Other'; Id = 'UnknownConnection' }
        @{ Command = '$plan, $plan | Invoke-ConvCleanupPlan -Confirm:$false'; Id = 'WrongTarget' }
        @{ Command = '$plan | Invoke-ConvCleanupPlan -Path plan.json -Confirm:$false'; Id = 'WrongTarget' }
        @{ Command = 'Invoke-ConvCleanupPlan -Plan @{ ResourceType = "ConvConversation" } -Confirm:$false'; Id = 'WrongTarget' }
        @{ Command = 'Invoke-ConvCleanupPlan $misspelt -Confirm:$false'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'Invoke-ConvCleanupPlan -Path $misspelt -Confirm:$false'; Id = 'ParameterArgumentValidationError' }
        @{ Command = 'Invoke-ConvCleanupPlan -Path none.json -Confirm:$false'; Id = 'PlanUnreadable' }
    ) {
        (Get-EndOf ([scriptblock]::Create($Command))).FullyQualifiedErrorId | Should -BeLike "$Id,*"
        @(Get-Sent).Count | Should -Be 0
    }

    It 'refuses what is no plan, and sends nothing' {
        $null = $plan | ConvertTo-Json -Depth 5 | ConvertFrom-Json | Invoke-ConvCleanupPlan -Confirm:$false -ErrorVariable unbound -ErrorAction SilentlyContinue
        $unbound[0].FullyQualifiedErrorId | Should -BeLike 'InputObjectMissingMandatory,*'
        @(Get-Sent).Count | Should -Be 0
    }

    It 'refuses a plan for another account, and takes one for the same under another name' {
        $null = Connect-TestSandbox @{ Seed = 7; Now = $now } -Name Elsewhere
        Select-ConvConnection Elsewhere
        (Get-EndOf { $plan | Invoke-ConvCleanupPlan -Connection Elsewhere -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'OtherAccount,*'
        @(Get-Sent Elsewhere).Count | Should -Be 0

        # Without a word it is the connection of the plan, and not the default.
        ($plan | Invoke-ConvCleanupPlan -Confirm:$false).Removed | Should -Be $plan.ItemCount
        @(Get-Sent Elsewhere).Count | Should -Be 0

        Disconnect-ConvProvider Sandbox
        (Get-EndOf { $plan | Invoke-ConvCleanupPlan -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'OtherAccount,*'
        $null = Connect-TestSandbox @{ Now = $now } -Name Same
        ($plan | Invoke-ConvCleanupPlan -Connection Same -Confirm:$false).Removed | Should -Be $plan.ItemCount
        Get-ConvConnection Elsewhere, Same | Disconnect-ConvProvider
    }

    It 'takes a plan from a file in another runspace' {
        $file = Join-Path $TestDrive 'runspace.json'
        $null = New-ConvCleanupPlan -State closed -Path $file
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript('param($Module, $Connection, $File, $Plan) Import-Module $Module; try { $Plan | Invoke-ConvCleanupPlan -Confirm:$false } catch { $_.FullyQualifiedErrorId }; Invoke-ConvCleanupPlan -Path $File -Connection $Connection -Confirm:$false')
            $null = $shell.AddParameters(@{ Module = $modulePath; Connection = $connection; File = $file; Plan = $plan })
            $said = $shell.Invoke()
            $said[0] | Should -BeLike 'NoConnection,*'
            $said[1].Removed | Should -Be $plan.ItemCount
        }
        finally { $shell.Dispose() }
    }

    It 'leaves alone what changed, and says why' {
        $changed = Get-ConvConversation $plan.Items[0].Target | Remove-ConvConversation -Confirm:$false
        $active = New-ConvCleanupPlan -State active
        $null = New-ConvMessage -ConversationSid $active.Items[0].Target -Body 'Hello'
        $outcomes = $active | Invoke-ConvCleanupPlan -PassThru -Confirm:$false
        $outcomes.Count | Should -Be $active.ItemCount
        $skipped = @($outcomes | Where-Object Status -EQ Skipped)
        $skipped.Target | Should -Be $active.Items[0].Target
        $skipped[0].Message | Should -BeLike 'Changed since the plan was made: *'
        Get-ConvConversation $active.Items[0].Target | Should -Not -BeNullOrEmpty
        ($plan | Invoke-ConvCleanupPlan -Confirm:$false -Verbose 4>&1 | Where-Object AlreadyGone).AlreadyGone | Should -Be 1
        $changed | Should -BeNullOrEmpty
    }

    It 'goes by what stands in the file when lines were taken out' {
        $file = Join-Path $TestDrive 'edited.json'
        $written = New-ConvCleanupPlan -State closed -Path $file
        $kept = $written.Items[0, -1].Target
        Set-Content $file (Get-Content $file | Where-Object { $line = $_; -not ($kept | Where-Object { $line.Contains($_) }) })
        (Invoke-ConvCleanupPlan -Path $file -Confirm:$false).Removed | Should -Be ($written.ItemCount - 2)
        foreach ($sid in $kept) { (Get-ConvConversation $sid).ConversationSid | Should -Be $sid }
    }

    It 'leaves alone what was written into the file by hand' {
        $file = Join-Path $TestDrive 'added.json'
        $written = New-ConvCleanupPlan -State closed -Path $file
        $open = Get-ConvConversation -State active -First 1
        Set-Content $file ((Get-Content $file) -replace $written.Items[0].Target, $open.ConversationSid)
        $result = Invoke-ConvCleanupPlan -Path $file -Confirm:$false
        $result.Skipped | Should -Be 1
        (Get-ConvConversation $open.ConversationSid).State | Should -Be 'active'
    }

    It 'closes in place of removing' {
        $active = New-ConvCleanupPlan -State active
        $result = $active | Invoke-ConvCleanupPlan -Close -Confirm:$false
        $result.Closed | Should -Be $active.ItemCount
        @(Get-Write | Where-Object Method -EQ DELETE).Count | Should -Be 0
        ($plan | Invoke-ConvCleanupPlan -Close -Confirm:$false).Skipped | Should -Be $plan.ItemCount
        $null = Connect-Sandbox Telnyx -Name Telnyx
        (Get-EndOf { New-ConvCleanupPlan TelnyxConversation -Name * | Invoke-ConvCleanupPlan -Close -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        @(Get-Write Telnyx).Count | Should -Be 0
        Disconnect-ConvProvider Telnyx
    }

    It 'writes one result for an empty plan' {
        $empty = New-ConvCleanupPlan -Name 'nobody has this name'
        $result = @($empty | Invoke-ConvCleanupPlan -Confirm:$false)
        $result.Count | Should -Be 1
        Get-Total $result[0] | Should -Be 0
    }
}

Describe 'A run that ends early' {
    BeforeEach {
        $connection = Connect-TestSandbox @{ Now = $now; Conversations = 400 }
        $plan = New-ConvCleanupPlan -State closed
    }

    It 'tells an outcome of each item with <Option>' -ForEach @(
        @{ Option = '-MaxError 3 -ErrorAction Continue'; Sandbox = @{ FailWith = '20001'; FailOn = 'Writes' }; Id = 'TooManyErrors'; Most = 30 }
        @{ Option = '-ErrorAction Stop'; Sandbox = @{ FailWith = '20001'; FailOn = 'Writes' }; Id = 'Twilio.20001'; Most = 30 }
        @{ Option = '-Verbose:$false'; Sandbox = @{ FailWith = '20003'; FailOn = 'Writes' }; Id = 'Twilio.20003'; Most = 30 }
        @{ Option = '-SkipCheck'; Sandbox = @{ FailWith = '20003' }; Id = 'Twilio.20003'; Most = 30 }
    ) {
        $null = Connect-TestSandbox (@{ Now = $now; Conversations = 400 } + $Sandbox) -Name Failing
        $outcomes = [System.Collections.Generic.List[object]]::new()
        $command = [scriptblock]::Create("`$plan | Invoke-ConvCleanupPlan -Connection Failing -PassThru -Confirm:`$false $Option")
        $ended = try { & $command 2>$null | ForEach-Object { $outcomes.Add($_) } } catch { $_ }
        $ended.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $outcomes.Count | Should -Be $plan.ItemCount
        @($outcomes.Target | Sort-Object -Unique).Count | Should -Be $plan.ItemCount
        @($outcomes | Where-Object Status -EQ Failed).Count | Should -BeLessOrEqual $Most
        @($outcomes | Where-Object Message -EQ 'The run ended before its turn came.').Count | Should -BeGreaterThan 0
        @(Get-Write Failing).Count | Should -BeLessOrEqual $Most
        Disconnect-ConvProvider Failing
    }

    It 'gives numbers that add up' {
        $null = Connect-TestSandbox @{ Now = $now; Conversations = 400; FailWith = '20001'; FailOn = 'Writes'; FailShare = 0.5 } -Name Failing
        $result = $null
        try { $plan | Invoke-ConvCleanupPlan -Connection Failing -Confirm:$false -MaxError 5 -ErrorAction Continue 2>$null | ForEach-Object { $result = $_ } } catch { $null = $_ }
        Get-Total $result | Should -Be $plan.ItemCount
        $result.NotBegun | Should -BeGreaterThan 0
        $result.Skipped | Should -Be 0
        $result.Failed | Should -BeGreaterOrEqual 5
        Disconnect-ConvProvider Failing
    }

    It 'tells an outcome of each of more items than wait at once' {
        $null = Connect-TestSandbox @{ Now = $now; Conversations = 45000 } -Name Large
        $large = New-ConvCleanupPlan -Name * -Connection Large -State closed
        $large.ItemCount | Should -BeGreaterThan 12000
        $null = Connect-TestSandbox @{ Now = $now; Conversations = 45000; FailWith = '20003'; FailOn = 'Writes' } -Name Failing
        $outcomes = [System.Collections.Generic.List[object]]::new()
        try { $large | Invoke-ConvCleanupPlan -Connection Failing -PassThru -Confirm:$false 2>$null | ForEach-Object { $outcomes.Add($_) } } catch { $null = $_ }
        $outcomes.Count | Should -Be $large.ItemCount
        @($outcomes.Target | Sort-Object -Unique).Count | Should -Be $large.ItemCount
        Get-ConvConnection Large, Failing | Disconnect-ConvProvider
    }

    It 'ends soon at Ctrl+C, with nothing in flight and nothing more sent' {
        $slow = Connect-TestSandbox @{ Now = $now; Conversations = 400; Latency = '00:00:00.2' } -Name Slow
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript('param($Module, $Connection, $Plan) Import-Module $Module; $Plan | Invoke-ConvCleanupPlan -Connection $Connection -Confirm:$false -ThrottleLimit 4')
            $null = $shell.AddParameters(@{ Module = $modulePath; Connection = $slow; Plan = $plan })
            $running = $shell.BeginInvoke()
            $limit = [datetime]::UtcNow.AddSeconds(30)
            while (@(Get-Write Slow).Count -lt 5 -and -not $running.IsCompleted -and [datetime]::UtcNow -lt $limit) { Start-Sleep -Milliseconds 20 }
            $running.IsCompleted | Should -BeFalse
            $shell.Stop()
            "$($shell.InvocationStateInfo.State)" | Should -Be 'Stopped'
            $slow.Sandbox.InFlight | Should -Be 0
            $sent = @(Get-Sent Slow).Count
            Start-Sleep -Milliseconds 600
            @(Get-Sent Slow).Count | Should -Be $sent
            @(Get-Write Slow).Count | Should -BeLessThan $plan.ItemCount
        }
        finally {
            $shell.Dispose()
            Disconnect-ConvProvider Slow
        }
    }
}

Describe 'The question' {
    It 'is one for all, and a host that cannot ask gets an error' {
        $said = Invoke-Unattended @'
            $connection = Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 60 } -PassThru
            $plan = New-ConvCleanupPlan -State closed
            try { $plan | Invoke-ConvCleanupPlan } catch { "id:$($_.FullyQualifiedErrorId)" }
            "writes:$(@($connection.Sandbox.Requests | Where-Object Method -NE GET).Count)"
            $ConfirmPreference = 'None'
            "removed:$(($plan | Invoke-ConvCleanupPlan).Removed -eq $plan.ItemCount)"
'@
        $said | Should -BeLike '*id:CannotAsk,*'
        $said | Should -BeLike '*writes:0*'
        $said | Should -BeLike '*removed:True*'
    }
}

Describe 'The views' {
    It 'show a plan, its counts, its items and a result in 80 columns' {
        $null = Connect-TestSandbox
        $plan = New-ConvCleanupPlan -State closed
        $shown = ($plan, $plan.Counts, $plan.Items, ($plan | Invoke-ConvCleanupPlan -Confirm:$false) | ForEach-Object { $_ | Out-String -Width 80 }) -join "`n"
        $shown -split "`n" | ForEach-Object { $_.TrimEnd().Length } | Measure-Object -Maximum | ForEach-Object Maximum | Should -BeLessOrEqual 80
        $shown | Should -Match 'Criteria\s+: state closed'
        $shown | Should -Match "Removed\s+: $($plan.ItemCount)"
        $shown | Should -Match $plan.Items[0].Target
    }
}
