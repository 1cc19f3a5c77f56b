BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    function Get-Stale { Get-ConvConversation -State closed | Where-Object DateUpdated -LT (Get-Date).AddDays(-90) }
}

AfterAll { Close-Connection }

Describe 'The main job' {
    It 'finds the stale conversations, removes them all, and nothing else' {
        $null = Connect-TestSandbox @{ Conversations = 400 }
        $before = @(Get-ConvConversation)
        $stale = @(Get-Stale)
        $stale.Count | Should -BeGreaterThan 20
        $groups = @($stale | Remove-ConvConversation -Confirm:$false -ThrottleLimit 20 -PassThru | Group-Object Status)
        $groups.Name | Should -Be 'Removed'
        $groups[0].Count | Should -Be $stale.Count
        @(Get-Stale).Count | Should -Be 0
        $expected = $before.ConversationSid | Where-Object { $_ -notin $stale.ConversationSid }
        (Get-ConvConversation).ConversationSid | Should -Be $expected
    }

    It 'sends reads only with -WhatIf' {
        $null = Connect-TestSandbox
        $stale = @(Get-Stale)
        $stale.Count | Should -BeGreaterThan 5
        $told = Get-WhatIf { $stale | Remove-ConvConversation -WhatIf }
        $told.Count | Should -Be $stale.Count
        (Get-Sent).Method | Select-Object -Unique | Should -Be 'GET'
    }

    It 'removes nothing without -PassThru to the pipeline' {
        $null = Connect-TestSandbox
        Get-ConvConversation -First 3 | Remove-ConvConversation -Confirm:$false | Should -BeNullOrEmpty
        @((Get-Sent) | Where-Object Method -EQ 'DELETE').Count | Should -Be 3
    }

    It 'shows the participants of the first conversations' {
        $null = Connect-TestSandbox
        $text = Get-ConvConversation | Select-Object -First 3 | Get-ConvParticipant | Format-Table | Out-String
        $text | Should -Match 'MB[0-9a-f]{32}'
    }

    It 'lists first and then removes, so that page tokens that are offsets leave none behind' {
        $null = Connect-TestSandbox @{ Conversations = 900; PageTokens = 'Offset' }
        $stale = @(Get-Stale)
        $stale.Count | Should -BeGreaterThan 100
        $outcomes = @($stale | Remove-ConvConversation -Confirm:$false -ThrottleLimit 20 -PassThru)
        $outcomes.Status | Select-Object -Unique | Should -Be 'Removed'
        @(Get-Stale).Count | Should -Be 0
    }
}

Describe 'Reading a list' {
    BeforeAll { $null = Connect-TestSandbox @{ Conversations = 900 } }
    BeforeEach { Clear-Sent }

    It 'reads one page for Select-Object -First 3' {
        @(Get-ConvConversation | Select-Object -First 3).Count | Should -Be 3
        @(Get-Sent).Count | Should -Be 1
    }

    It 'reads one page for a pipeline that stops in the next command' {
        $null = Get-ConvConversation | Select-Object -First 2 | Get-ConvParticipant
        @((Get-Sent) | Where-Object Path -NotLike '*/Participants').Count | Should -Be 1
    }

    It 'reads as many pages as -First needs' {
        @(Get-ConvConversation -First 150).Count | Should -Be 150
        @(Get-Sent).Count | Should -Be 2
    }

    It 'leaves out what -Skip says' {
        $all = (Get-ConvConversation).ConversationSid
        (Get-ConvConversation -Skip 120 -First 5).ConversationSid | Should -Be $all[120..124]
    }

    It 'reads every page to the end, each object once' {
        $all = @(Get-ConvConversation)
        $pages = @(Get-Sent).Count
        $pages | Should -Be ([math]::Ceiling($all.Count / 100))
        $pages | Should -BeGreaterThan 3
        @($all.ConversationSid | Select-Object -Unique).Count | Should -Be $all.Count
    }

    It 'gives the first objects before the last page is read' {
        $seen = Get-ConvConversation | ForEach-Object { @(Get-Sent).Count } | Select-Object -First 1
        $seen | Should -BeLessOrEqual 2
    }
}

Describe 'Parallel work' {
    It 'overlaps deletes, never more than -ThrottleLimit' {
        $connection = Connect-TestSandbox @{ Conversations = 300; Latency = '00:00:00.05' }
        $all = @(Get-ConvConversation)
        $connection.Sandbox.Clear()
        $all | Remove-ConvConversation -Confirm:$false -ThrottleLimit 20
        @($connection.Sandbox.Requests).Count | Should -Be $all.Count
        $connection.Sandbox.MaxConcurrent | Should -BeGreaterThan 1
        $connection.Sandbox.MaxConcurrent | Should -BeLessOrEqual 20
    }

    It 'sends one after the other with -ThrottleLimit 1' {
        $connection = Connect-TestSandbox @{ Conversations = 30; Latency = '00:00:00.02' }
        $all = @(Get-ConvConversation)
        $connection.Sandbox.Clear()
        $all | Remove-ConvConversation -Confirm:$false -ThrottleLimit 1
        $connection.Sandbox.MaxConcurrent | Should -Be 1
    }

    It 'overlaps the reading of children, never more than -ThrottleLimit' {
        $connection = Connect-TestSandbox @{ Latency = '00:00:00.05' }
        $all = @(Get-ConvConversation)
        $connection.Sandbox.Clear()
        $participants = @($all | Get-ConvParticipant -ThrottleLimit 4)
        $participants.Count | Should -BeGreaterThan $all.Count
        $connection.Sandbox.MaxConcurrent | Should -BeGreaterThan 1
        $connection.Sandbox.MaxConcurrent | Should -BeLessOrEqual 4
    }

    It 'overlaps updates, never more than -ThrottleLimit' {
        $connection = Connect-TestSandbox @{ Latency = '00:00:00.05' }
        $open = @(Get-ConvConversation | Where-Object State -NE 'closed')
        $open.Count | Should -BeGreaterThan 5
        $connection.Sandbox.Clear()
        @($open | Set-ConvConversation -FriendlyName 'Renamed' -ThrottleLimit 3).FriendlyName | Select-Object -Unique | Should -Be 'Renamed'
        $connection.Sandbox.MaxConcurrent | Should -BeGreaterThan 1
        $connection.Sandbox.MaxConcurrent | Should -BeLessOrEqual 3
    }
}

Describe 'Trouble on the way' {
    # The same seed makes the same account, so targets can be listed before the trouble begins.
    BeforeEach {
        $null = Connect-TestSandbox @{ Seed = 5 }
        $all = @(Get-ConvConversation)
    }

    It 'waits as Retry-After says and loses nothing' {
        $connection = Connect-TestSandbox @{ Seed = 5; ThrottleFirst = 7; RetryAfter = '00:00:01'; Latency = '00:00:00.05' }
        $outcomes = @($all | Remove-ConvConversation -Confirm:$false -PassThru -WarningAction SilentlyContinue)
        $outcomes.Status | Select-Object -Unique | Should -Be 'Removed'
        @($outcomes.Target | Select-Object -Unique).Count | Should -Be $all.Count
        @($connection.Sandbox.Requests).Count | Should -Be ($all.Count + 7)
        ($outcomes.Attempts | Measure-Object -Sum).Sum | Should -Be ($all.Count + 7)
        @(Get-ConvConversation).Count | Should -Be 0
    }

    It 'says once that it sends again' {
        $null = Connect-TestSandbox @{ Seed = 5; ThrottleFirst = 3; RetryAfter = '00:00:01'; Latency = '00:00:00.05' }
        $warnings = $null
        $all | Remove-ConvConversation -Confirm:$false -WarningVariable warnings -WarningAction SilentlyContinue
        @($warnings).Count | Should -Be 1
        $warnings[0].Message | Should -Match '429'
    }

    It 'goes on after a failure, and writes an error and an outcome for it' {
        $null = Connect-TestSandbox @{ Seed = 5; ThrottleFirst = 3; RetryAfter = '00:10:00' }
        $outcomes = @($all | Remove-ConvConversation -Confirm:$false -PassThru -ErrorVariable failures -ErrorAction SilentlyContinue)
        @($outcomes | Where-Object Status -EQ 'Failed').Count | Should -Be 3
        @($outcomes | Where-Object Status -EQ 'Removed').Count | Should -Be ($all.Count - 3)
        @($failures).Count | Should -Be 3
        $failures.FullyQualifiedErrorId | Should -BeLike 'Twilio.*'
        $failures[0].CategoryInfo.Category | Should -Be 'LimitsExceeded'
        $failures[0].TargetObject.ConversationSid | Should -BeIn $all.ConversationSid
    }

    It 'takes the outcomes that failed again' {
        $null = Connect-TestSandbox @{ Seed = 5; ThrottleFirst = 3; RetryAfter = '00:10:00' }
        $outcomes = @($all | Remove-ConvConversation -Confirm:$false -PassThru -ErrorAction SilentlyContinue)
        $again = @($outcomes | Where-Object Status -EQ 'Failed' | Remove-ConvConversation -Confirm:$false -PassThru)
        $again.Count | Should -Be 3
        $again.Status | Select-Object -Unique | Should -Be 'Removed'
        @(Get-ConvConversation).Count | Should -Be 0
    }

    It 'takes the outcomes that failed again after a CSV file' {
        $null = Connect-TestSandbox @{ Seed = 5; ThrottleFirst = 2; RetryAfter = '00:10:00' }
        $file = Join-Path $TestDrive 'outcomes.csv'
        $all | Remove-ConvConversation -Confirm:$false -PassThru -ErrorAction SilentlyContinue | Where-Object Status -EQ 'Failed' | Export-Csv $file
        (Import-Csv $file | Remove-ConvConversation -Confirm:$false -PassThru).Status | Should -Be 'Removed', 'Removed'
    }

    It 'ends the run after -MaxError failures' {
        $connection = Connect-TestSandbox @{ Seed = 5; ThrottleFirst = 10000; RetryAfter = '00:10:00'; Latency = '00:00:00.05' }
        $ended = Get-EndOf { $all | Remove-ConvConversation -Confirm:$false -ThrottleLimit 2 -MaxError 3 }
        $ended.FullyQualifiedErrorId | Should -BeLike 'TooManyErrors,*'
        @($connection.Sandbox.Requests).Count | Should -BeGreaterOrEqual 3
        @($connection.Sandbox.Requests).Count | Should -BeLessThan $all.Count
    }

    It 'gives every outcome of a run that -MaxError ended' {
        $connection = Connect-TestSandbox @{ Seed = 5; ThrottleFirst = 10000; RetryAfter = '00:10:00'; Latency = '00:00:00.05' }
        $outcomes = [System.Collections.Generic.List[object]]::new()
        $ended = Get-EndOf { $all | Remove-ConvConversation -Confirm:$false -ThrottleLimit 5 -MaxError 3 -PassThru -ErrorAction SilentlyContinue | ForEach-Object { $outcomes.Add($_) } }
        $ended.FullyQualifiedErrorId | Should -BeLike 'TooManyErrors,*'
        @($outcomes | Where-Object Status -NE 'Skipped').Count | Should -Be @($connection.Sandbox.Requests).Count
        $outcomes.Count | Should -BeGreaterThan 3
        $outcomes.Target | Sort-Object -Unique | Should -HaveCount $outcomes.Count
        @($outcomes | Where-Object Status -EQ 'Skipped').Message | Select-Object -Unique | Should -BeLike '*before its turn*'
    }

    It 'begins no more than what was under way after -MaxError failures' {
        $connection = Connect-TestSandbox @{ Seed = 5; ThrottleFirst = 10000; RetryAfter = '00:10:00'; Latency = '00:00:00.05' }
        $null = Get-EndOf { $all | Remove-ConvConversation -Confirm:$false -ThrottleLimit 5 -MaxError 3 }
        @($connection.Sandbox.Requests).Count | Should -BeLessOrEqual (3 + 5 - 1)
    }

    It 'tells how what was under way ended when something else comes down the pipeline' {
        $null = Connect-TestSandbox @{ Seed = 5; Latency = '00:00:00.05' }
        $conversations = @(Get-ConvConversation -First 20)
        $wrong = $conversations[0] | Get-ConvParticipant | Select-Object -First 1
        $connection = Get-ConvConnection
        $connection.Sandbox.Clear()
        $outcomes = [System.Collections.Generic.List[object]]::new()
        $ended = Get-EndOf { @($conversations) + $wrong | Remove-ConvConversation -Confirm:$false -ThrottleLimit 5 -PassThru | ForEach-Object { $outcomes.Add($_) } }
        $ended.FullyQualifiedErrorId | Should -BeLike 'WrongTarget,*'
        $outcomes.Count | Should -Be 20
        @($outcomes | Where-Object Status -EQ 'Removed').Count | Should -Be @($connection.Sandbox.Requests | Where-Object Method -EQ 'DELETE').Count
    }

    It 'tells what was done when -ErrorAction Stop ends the run' {
        $connection = Connect-TestSandbox @{ Seed = 5; Latency = '00:00:00.03' }
        $sids = (Get-ConvConversation -First 30).ConversationSid
        $connection.Sandbox.Clear()
        $outcomes = [System.Collections.Generic.List[object]]::new()
        $ended = Get-EndOf { & { $sids; Start-Sleep -Milliseconds 300; 'oops' } | Remove-ConvConversation -Confirm:$false -ThrottleLimit 2 -PassThru -ErrorAction Stop | ForEach-Object { $outcomes.Add($_) } }
        $ended.FullyQualifiedErrorId | Should -BeLike 'InvalidIdentifier,*'
        $deletes = @($connection.Sandbox.Requests | Where-Object Method -EQ 'DELETE').Count
        $deletes | Should -BeGreaterThan 0
        @($outcomes | Where-Object Status -EQ 'Removed').Count | Should -Be $deletes
        $outcomes.Count | Should -Be 30
    }

    It 'leaves its outcomes to a script that ends with it, and they bind again after a CSV file' {
        $null = Connect-TestSandbox @{ Seed = 5; ThrottleFirst = 10000; RetryAfter = '00:10:00'; Latency = '00:00:00.02' }
        $file = Join-Path $TestDrive 'outcome.csv'
        $ended = Get-EndOf {
            try { $all | Remove-ConvConversation -Confirm:$false -PassThru -MaxError 3 -ErrorAction Continue -OutVariable outcome }
            finally { $outcome | Export-Csv $file }
        }
        $ended.FullyQualifiedErrorId | Should -BeLike 'TooManyErrors,*'
        $left = @(Import-Csv $file | Where-Object Status -In 'Failed', 'Skipped')
        $left.Count | Should -Be $all.Count
        $null = Connect-TestSandbox @{ Seed = 5 }
        @($left | Remove-ConvConversation -Confirm:$false -PassThru | Where-Object Status -EQ 'Removed').Count | Should -Be $all.Count
    }

    It 'sends nothing again after the run has ended' {
        $connection = Connect-TestSandbox @{ Seed = 5; ThrottleFirst = 4; RetryAfter = '00:00:03'; Latency = '00:00:00.2' }
        $outcomes = [System.Collections.Generic.List[object]]::new()
        $ended = Get-EndOf {
            & { $all[0..3]; Start-Sleep -Milliseconds 500; 'oops' } |
                Remove-ConvConversation -Confirm:$false -ThrottleLimit 4 -PassThru -ErrorAction Stop -WarningAction SilentlyContinue |
                ForEach-Object { $outcomes.Add($_) }
        }
        $ended.FullyQualifiedErrorId | Should -BeLike 'InvalidIdentifier,*'
        @($connection.Sandbox.Requests).Status | Should -Be 429, 429, 429, 429
        $outcomes.Status | Should -Be 'Failed', 'Failed', 'Failed', 'Failed'
    }

    It 'ends with the first failure under -ErrorAction Stop, and begins no more than was under way' {
        $connection = Connect-TestSandbox @{ Seed = 5; ThrottleFirst = 10000; RetryAfter = '00:10:00'; Latency = '00:00:00.05' }
        $null = Get-EndOf { $all | Remove-ConvConversation -Confirm:$false -ThrottleLimit 4 -ErrorAction Stop }
        @($connection.Sandbox.Requests).Count | Should -BeLessOrEqual 4
    }

    It 'removes what a server error left, in the same command' {
        $null = Connect-TestSandbox @{ Seed = 5; ServerErrorShare = 0.1 }
        $outcomes = @($all | Remove-ConvConversation -Confirm:$false -PassThru -ThrottleLimit 20 -WarningAction SilentlyContinue)
        $outcomes.Status | Select-Object -Unique | Should -Be 'Removed'
        ($outcomes.Attempts | Measure-Object -Maximum).Maximum | Should -BeGreaterThan 1
    }
}
