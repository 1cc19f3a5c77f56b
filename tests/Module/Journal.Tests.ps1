BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    function Get-JournalPath { Join-Path $TestDrive "$([guid]::NewGuid()).jsonl" }

    function Get-JournalLine([string] $Path) { Get-Content -LiteralPath $Path | ForEach-Object { $_ | ConvertFrom-Json } }

    function Get-JournalEnd([string] $Path) { @(Get-JournalLine $Path | Where-Object ended) }

    function Get-Write { @(Get-Sent | Where-Object Method -NE 'GET') }

    # The messages of conversations that have this text, as the server has them.
    function Get-Written([string] $Body) { @($input | Get-ConvMessage | Where-Object Body -EQ $Body) }

    function Get-Hash([string] $Path) { (Get-FileHash -LiteralPath $Path).Hash }
}

AfterAll { Close-Connection }

Describe 'A journal of removals' {
    BeforeEach {
        $null = Connect-TestSandbox
        $all = @(Get-ConvConversation -First 20)
        $journal = Get-JournalPath
        Clear-Sent
    }

    It 'has each outcome, and nothing that is secret' {
        $gone = $all[0].PSObject.Copy()
        $all[0] | Remove-ConvConversation -Confirm:$false
        $gone, $all[1] | Remove-ConvConversation -Confirm:$false -JournalPath $journal
        $lines = @(Get-JournalLine $journal)
        $lines[0].conversationsAdminJournal | Should -Be 1
        $lines[0].command | Should -Be 'Remove-ConvConversation'
        $lines[0].account | Should -Be $all[0].AccountSid
        $ends = Get-JournalEnd $journal
        ($ends | Where-Object ended -Like "*$($all[0].ConversationSid)").outcome | Should -Be 'AlreadyGone'
        ($ends | Where-Object ended -Like "*$($all[1].ConversationSid)").outcome | Should -Be 'Removed'
        $ends[0].ended | Should -BeLike "ConvConversation $($all[0].ServiceSid)/CH*"
        Get-Content -LiteralPath $journal -Raw | Should -Not -Match 'authorization|token|password'
    }

    It 'lets the same command go on after -MaxError, and tells what it skipped' {
        $targets = @($all | Select-Object -First 5) + @(1..3 | ForEach-Object { 'CH{0:x32}' -f $_ } | ForEach-Object { [pscustomobject]@{ ConversationSid = $_; ServiceSid = 'IS' + '0' * 32; ResourceType = 'ConvConversation' } }) + @($all | Select-Object -Skip 5)
        $outcomes = [System.Collections.Generic.List[object]]::new()
        $ended = Get-EndOf { $targets | Remove-ConvConversation -Confirm:$false -ThrottleLimit 1 -MaxError 1 -PassThru -JournalPath $journal -ErrorAction SilentlyContinue | ForEach-Object { $outcomes.Add($_) } }
        $ended.FullyQualifiedErrorId | Should -BeLike 'TooManyErrors,*'
        @($outcomes | Where-Object Status -EQ Removed).Count | Should -Be 5
        Clear-Sent
        $second = @($all | Remove-ConvConversation -Confirm:$false -PassThru -JournalPath $journal -InformationVariable told)
        @($second | Where-Object Status -EQ Skipped).Count | Should -Be 5
        ($second | Where-Object Status -EQ Skipped).Message | Select-Object -Unique | Should -BeLike 'Done in an earlier run*'
        @($second | Where-Object Status -EQ Removed).Count | Should -Be 15
        @(Get-Write).Count | Should -Be 15
        "$told" | Should -BeLike '5 were done in an earlier run*'
    }

    It 'does again what failed' {
        $null = Connect-TestSandbox @{ FailWith = 50000; FailOn = 'Deletes'; FailFirst = 2; FailStatus = 400 }
        $targets = @(Get-ConvConversation -First 4)
        $null = $targets | Remove-ConvConversation -Confirm:$false -JournalPath $journal -ErrorAction SilentlyContinue
        $failed = @(Get-JournalEnd $journal | Where-Object outcome -EQ Failed)
        $failed.Count | Should -Be 2
        $failed[0].errorId | Should -Be 'Twilio.50000'
        $failed[0].message | Should -Not -BeNullOrEmpty
        @($targets | Remove-ConvConversation -Confirm:$false -PassThru -JournalPath $journal | Group-Object Status | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" }) | Should -Be 'Removed 2', 'Skipped 2'
    }

    It 'asks nothing about what it skips' {
        $all[0..1] | Remove-ConvConversation -Confirm:$false -JournalPath $journal
        $said = Get-ErrorOf { $all[0..1] | Remove-ConvConversation -JournalPath $journal -Confirm:$true }
        $said | Should -BeNullOrEmpty
    }

    It 'is neither made nor touched with -WhatIf' {
        @(Get-WhatIf { $all[0..1] | Remove-ConvConversation -WhatIf -JournalPath $journal }).Count | Should -Be 2
        Test-Path -LiteralPath $journal | Should -BeFalse
        $all[0] | Remove-ConvConversation -Confirm:$false -JournalPath $journal
        $before = (Get-Hash $journal), (Get-Item -LiteralPath $journal).LastWriteTimeUtc
        $null = Get-WhatIf { $all[0..1] | Remove-ConvConversation -WhatIf -JournalPath $journal }
        (Get-Hash $journal), (Get-Item -LiteralPath $journal).LastWriteTimeUtc | Should -Be $before
    }

    It 'is for its owner only' -Skip:$IsWindows {
        $all[0] | Remove-ConvConversation -Confirm:$false -JournalPath $journal
        (Get-Item -LiteralPath $journal).UnixMode | Should -Be '-rw-------'
    }

    It 'may follow several services of one account' {
        $other = Get-ConvService | Where-Object FriendlyName -EQ 'Sales' | Get-ConvConversation -First 2
        $all[0], $other[0] | Remove-ConvConversation -Confirm:$false -JournalPath $journal
        (Get-JournalEnd $journal).outcome | Should -Be 'Removed', 'Removed'
    }

    It 'tells what was begun and did not come again, until it does' {
        $all[0] | Remove-ConvConversation -Confirm:$false -JournalPath $journal
        $lost = $all[1]
        Add-Content -LiteralPath $journal -NoNewline -Value "{`"begun`":`"ConvConversation $($lost.ServiceSid)/$($lost.ConversationSid)`",`"time`":`"2026-01-01T00:00:00+00:00`"}`n"
        $all[2] | Remove-ConvConversation -Confirm:$false -JournalPath $journal -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "1 that an earlier run*$($lost.ConversationSid)*"
        $lost | Remove-ConvConversation -Confirm:$false -JournalPath $journal -WarningVariable warned -WarningAction SilentlyContinue
        $warned | Should -BeNullOrEmpty
    }

    It 'works for <_>' -ForEach 'Telnyx', 'Sunshine', 'Proxy' {
        Connect-ConvProvider -Sandbox -SandboxOption @{ Conversations = 40 }
        $targets, $remove = switch ($_) {
            Telnyx { @(Get-TelnyxConversation -First 3), 'Remove-TelnyxConversation' }
            Sunshine { @(Get-SunshineConversation -UserId (Get-ConvConnection Sandbox-Sunshine).Sandbox.SampleUserId | Where-Object IsDefault -EQ $false), 'Remove-SunshineConversation' }
            Proxy { @(Get-ProxySession -First 3), 'Remove-ProxySession' }
        }
        $targets | & $remove -Confirm:$false -JournalPath $journal
        @(Get-JournalEnd $journal | Where-Object outcome -EQ Removed).Count | Should -Be $targets.Count
        $targets | & $remove -Confirm:$false -JournalPath $journal -PassThru -InformationAction Ignore | ForEach-Object Status | Select-Object -Unique | Should -Be 'Skipped'
    }
}

Describe 'A journal that is refused' {
    BeforeEach {
        $null = Connect-TestSandbox
        $all = @(Get-ConvConversation -First 3)
        $journal = Get-JournalPath
    }

    It 'is one of another account, before anything is read or sent' {
        $all[0] | Remove-ConvConversation -Confirm:$false -JournalPath $journal
        $null = Connect-TestSandbox @{ Seed = 7 }
        $before = Get-Hash $journal
        $ended = Get-EndOf { Get-ConvConversation | Remove-ConvConversation -Confirm:$false -JournalPath $journal }
        $ended.FullyQualifiedErrorId | Should -BeLike 'OtherAccount,*'
        $ended.Exception.Message | Should -BeLike "*$($all[0].AccountSid)*"
        @(Get-Sent).Count | Should -Be 0
        Get-Hash $journal | Should -Be $before
    }

    It 'is one of another command' {
        $all[0] | Remove-ConvConversation -Confirm:$false -JournalPath $journal
        Clear-Sent
        $ended = Get-EndOf { $all[1] | Set-ConvConversation -FriendlyName x -JournalPath $journal }
        $ended.FullyQualifiedErrorId | Should -BeLike 'OtherJournal,*'
        $ended.Exception.Message | Should -BeLike '*Remove-ConvConversation*Set-ConvConversation*'
        @(Get-Sent).Count | Should -Be 0
    }

    It 'is no journal, and stays byte for byte the same' {
        Set-Content -LiteralPath $journal -Value 'Name,Sid', 'one,CH1' -NoNewline
        $before = Get-Hash $journal
        $ended = Get-EndOf { Get-ConvConversation | Remove-ConvConversation -Confirm:$false -JournalPath $journal }
        $ended.FullyQualifiedErrorId | Should -BeLike 'JournalUnreadable,*'
        Get-Hash $journal | Should -Be $before
    }

    It 'is damaged, and its line is named' {
        $all[0] | Remove-ConvConversation -Confirm:$false -JournalPath $journal
        $lines = Get-Content -LiteralPath $journal
        Set-Content -LiteralPath $journal -Value $lines[0], 'oops', $lines[1]
        (Get-EndOf { $all[1] | Remove-ConvConversation -Confirm:$false -JournalPath $journal }).Exception.Message | Should -BeLike '*line 2 is damaged*'
    }

    It 'is no file: <Path>' -ForEach @{ Path = 'Env:journal' }, @{ Path = 'nodrive:\x.jsonl' } {
        (Get-EndOf { $all[0] | Remove-ConvConversation -Confirm:$false -JournalPath $Path }).FullyQualifiedErrorId | Should -BeLike 'NoFile,*'
    }

    It 'is in a folder that does not exist' {
        (Get-EndOf { $all[0] | Remove-ConvConversation -Confirm:$false -JournalPath (Join-Path $TestDrive 'none/x.jsonl') }).FullyQualifiedErrorId | Should -BeLike 'FileNotWritable,*'
    }

    It 'is named by a path of a drive, which is that file' {
        $null = New-PSDrive -Name journals -PSProvider FileSystem -Root $TestDrive
        $all[0] | Remove-ConvConversation -Confirm:$false -JournalPath 'journals:\drive.jsonl'
        Test-Path -LiteralPath (Join-Path $TestDrive 'drive.jsonl') | Should -BeTrue
        Remove-PSDrive journals
    }

    It 'is for one account, and what comes of another ends the run' {
        $null = Connect-TestSandbox @{ Seed = 7 } -Name other
        $others = @(Get-ConvConversation -Connection other -First 1)
        $ended = Get-EndOf { $all[0], $others[0] | Remove-ConvConversation -Confirm:$false -JournalPath $journal -ThrottleLimit 1 }
        $ended.FullyQualifiedErrorId | Should -BeLike 'OtherAccount,*'
        @(Get-Sent other | Where-Object Method -EQ DELETE).Count | Should -Be 0
        Get-ConvConnection other | Disconnect-ConvProvider
    }

    It 'is in use by another process' {
        $script = Join-Path $TestDrive 'hold.ps1'
        Set-Content -LiteralPath $script -Value @"
Import-Module '$modulePath'
Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 60; Latency = '00:01:00' }
'CH' + '1' * 32 | Remove-ConvConversation -Confirm:`$false -JournalPath '$journal'
"@
        $process = Start-Process -FilePath (Get-Process -Id $PID).Path -ArgumentList '-NoProfile', '-NonInteractive', '-File', $script -PassThru -RedirectStandardOutput (Get-JournalPath)
        try {
            $limit = [datetime]::UtcNow.AddSeconds(60)
            while (-not ((Test-Path -LiteralPath $journal) -and (Get-Item -LiteralPath $journal).Length -gt 0) -and [datetime]::UtcNow -lt $limit) { Start-Sleep -Milliseconds 50 }
            Clear-Sent
            $ended = Get-EndOf { $all | Remove-ConvConversation -Confirm:$false -JournalPath $journal }
            $ended.FullyQualifiedErrorId | Should -BeLike 'FileInUse,*'
            @(Get-Sent).Count | Should -Be 0
        }
        finally { $process.Kill() }
    }
}

Describe 'A journal of creations' {
    BeforeEach {
        $null = Connect-TestSandbox
        $all = @(Get-ConvConversation -State active -First 5)
        $journal = Get-JournalPath
        Clear-Sent
    }

    It 'sends nothing again, and equal ones once each' {
        $twice = @($all[0], $all[1], $all[0])
        @($twice | New-ConvMessage -Body 'hello you' -JournalPath $journal).Count | Should -Be 3
        Get-Content -LiteralPath $journal -Raw | Should -Not -Match 'hello you'
        Clear-Sent
        @($twice | New-ConvMessage -Body 'hello you' -JournalPath $journal -InformationVariable told) | Should -BeNullOrEmpty
        "$told" | Should -BeLike '3 were done*'
        @(Get-Write).Count | Should -Be 0
        @($all[0] | Get-Written 'hello you').Count | Should -Be 2
        @($twice + $all[2] | New-ConvMessage -Body 'hello you' -JournalPath $journal).ConversationSid | Should -Be $all[2].ConversationSid
    }

    It 'is of one text only' {
        $null = $all[0] | New-ConvMessage -Body one -JournalPath $journal
        (Get-EndOf { $all[0] | New-ConvMessage -Body two -JournalPath $journal }).FullyQualifiedErrorId | Should -BeLike 'OtherJournal,*'
    }

    It 'says that it is begun before it is sent' {
        $null = $all[0] | New-ConvMessage -Body one -JournalPath $journal
        $lines = @(Get-JournalLine $journal)
        $lines[1].begun | Should -Be $lines[2].ended
        $lines[2].outcome | Should -Be 'Created'
    }

    It 'does again what was refused' {
        $null = Connect-TestSandbox @{ FailWith = 50001; FailOn = 'Writes'; FailFirst = 1; FailStatus = 400 }
        $null = $all | New-ConvMessage -Body again -JournalPath $journal -ErrorAction SilentlyContinue -ThrottleLimit 1
        $null = $all | New-ConvMessage -Body again -JournalPath $journal -InformationAction Ignore
        foreach ($conversation in $all) { @($conversation | Get-Written again).Count | Should -Be 1 }
    }

    It 'never sends again what had no answer, until somebody says what became of it' {
        $null = Connect-TestSandbox @{ FailWith = 50002; FailOn = 'Writes'; FailFirst = 2; FailStatus = 500 }
        $null = $all | New-ConvMessage -Body lost -JournalPath $journal -ErrorAction SilentlyContinue -ThrottleLimit 1
        @(Get-JournalEnd $journal | Where-Object outcome -EQ Unknown).Count | Should -Be 2
        Clear-Sent
        $errors = @(Get-ErrorOf { $all | New-ConvMessage -Body lost -JournalPath $journal 6> $null })
        $errors.Count | Should -Be 2
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'MayBeDone,*'
        $errors[0].Exception.Message | Should -BeLike '*UnfinishedAction*'
        $errors[0].TargetObject | Should -Be $all[0].ConversationSid
        @(Get-Write).Count | Should -Be 0
        @($all[0] | New-ConvMessage -Body lost -JournalPath $journal -UnfinishedAction Repeat -WarningAction Ignore).Count | Should -Be 1
        @($all | New-ConvMessage -Body lost -JournalPath $journal -UnfinishedAction TakeAsDone -InformationAction Ignore) | Should -BeNullOrEmpty
        Clear-Sent
        @(Get-ErrorOf { $all | New-ConvMessage -Body lost -JournalPath $journal 6> $null }) | Should -BeNullOrEmpty
        @(Get-Write).Count | Should -Be 0
        @($all[0] | Get-Written lost).Count | Should -Be 1
    }

    It 'treats an addition of participants alike' {
        $null = $all[0..1] | Add-ConvParticipant -Identity ann -JournalPath $journal
        Clear-Sent
        $null = $all[0..1] | Add-ConvParticipant -Identity ann -JournalPath $journal -InformationAction Ignore
        @(Get-Write).Count | Should -Be 0
    }

    It 'repeats a creation that its key makes safe, with the same key' {
        $null = Connect-ConvProvider Telnyx -Sandbox -SandboxOption @{ Conversations = 5 } -Name telnyx -PassThru
        $null = New-TelnyxConversation 'order 7' -Connection telnyx -JournalPath $journal
        $key = (Get-Sent telnyx)[-1].Headers['Idempotency-Key']
        $lines = Get-Content -LiteralPath $journal
        Set-Content -LiteralPath $journal -Value $lines[0..1]
        $again = New-TelnyxConversation 'order 7' -Connection telnyx -JournalPath $journal
        (Get-Sent telnyx)[-1].Headers['Idempotency-Key'] | Should -Be $key
        @(Get-TelnyxConversation -Connection telnyx | Where-Object Name -EQ 'order 7').ConversationId | Should -Be $again.ConversationId
        $late = $lines[1] -replace '"time":"[^"]+"', '"time":"2020-01-01T00:00:00+00:00"'
        Set-Content -LiteralPath $journal -Value $lines[0], $late
        (Get-ErrorOf { New-TelnyxConversation 'order 7' -Connection telnyx -JournalPath $journal }).FullyQualifiedErrorId | Should -BeLike 'MayBeDone,*'
        Get-ConvConnection telnyx | Disconnect-ConvProvider
    }

    It 'is needed for -UnfinishedAction' {
        (Get-EndOf { $all[0] | New-ConvMessage -Body x -UnfinishedAction Repeat }).FullyQualifiedErrorId | Should -BeLike 'NeedsJournal,*'
    }
}

Describe 'A journal of updates' {
    BeforeEach {
        $null = Connect-TestSandbox
        $all = @(Get-ConvConversation -State active -First 5)
        $journal = Get-JournalPath
        Clear-Sent
    }

    It 'skips what is done, also where the update would be refused now' {
        $null = $all[0..2] | Set-ConvConversation -State closed -JournalPath $journal -Force
        $now = @($all | ForEach-Object { Get-ConvConversation $_.ConversationSid })
        Clear-Sent
        @($now | Set-ConvConversation -State closed -JournalPath $journal -Force -InformationAction Ignore).Count | Should -Be ($all.Count - 3)
        @(Get-Write).Count | Should -Be ($all.Count - 3)
    }

    It 'is of the same values only' {
        $null = $all[0] | Set-ConvConversation -Attributes @{ b = 1; a = 2; c = 3 } -JournalPath $journal
        $null = $all[1] | Set-ConvConversation -Attributes @{ c = 3; a = 2; b = 1 } -JournalPath $journal
        (Get-EndOf { $all[0] | Set-ConvConversation -Attributes @{ a = 3 } -JournalPath $journal }).FullyQualifiedErrorId | Should -BeLike 'OtherJournal,*'
    }

    It 'is not begun by a command that is refused' {
        (Get-EndOf { $all[0] | Set-ConvConversation -JournalPath $journal }).FullyQualifiedErrorId | Should -BeLike 'NothingToChange,*'
        Test-Path -LiteralPath $journal | Should -BeFalse
    }

    It 'reports what had no answer' {
        $null = Connect-TestSandbox @{ FailWith = 50002; FailOn = 'Writes'; FailFirst = 1; FailStatus = 500 }
        $null = $all[0] | Set-ConvConversation -FriendlyName x -JournalPath $journal -ErrorAction SilentlyContinue
        (Get-ErrorOf { $all[0] | Set-ConvConversation -FriendlyName x -JournalPath $journal }).FullyQualifiedErrorId | Should -BeLike 'MayBeDone,*'
        ($all[0] | Set-ConvConversation -FriendlyName x -JournalPath $journal -UnfinishedAction Repeat).FriendlyName | Should -Be 'x'
    }
}
