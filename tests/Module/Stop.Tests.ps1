BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    # Runs a script in another runspace, stops it as Ctrl+C does once it has sent enough, and tells how long the end took.
    function Measure-Stop([string] $Script, $Connection, $InputData, [int] $After = 5) {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("param(`$Module, `$Connection, `$Data)`nImport-Module `$Module`n$Script")
            $null = $shell.AddParameters(@{ Module = $modulePath; Connection = $Connection; Data = $InputData })
            $running = $shell.BeginInvoke()
            $limit = [datetime]::UtcNow.AddSeconds(30)
            while (@($Connection.Sandbox.Requests).Count -lt $After -and -not $running.IsCompleted -and [datetime]::UtcNow -lt $limit) { Start-Sleep -Milliseconds 20 }
            $wasRunning = -not $running.IsCompleted -and @($Connection.Sandbox.Requests).Count -ge $After
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            @{ WasRunning = $wasRunning; Seconds = $watch.Elapsed.TotalSeconds; State = "$($shell.InvocationStateInfo.State)" }
        }
        finally { $shell.Dispose() }
    }

    function Assert-Stopped($Stop, $Connection) {
        $Stop.WasRunning | Should -BeTrue
        $Stop.State | Should -Be 'Stopped'
        $Stop.Seconds | Should -BeLessThan 3
        $Connection.Sandbox.InFlight | Should -Be 0
        $sent = @($Connection.Sandbox.Requests).Count
        Start-Sleep -Milliseconds 600
        @($Connection.Sandbox.Requests).Count | Should -Be $sent
    }
}

AfterAll { Close-Connection }

Describe 'Ctrl+C' {
    It 'ends a removal soon, with nothing in flight and nothing more sent' {
        $targets = 1..2000 | ForEach-Object { 'CH{0:x32}' -f $_ }
        $connection = Connect-TestSandbox @{ Latency = '00:00:00.2' }
        $stop = Measure-Stop '$Data | Remove-ConvConversation -Connection $Connection -Confirm:$false -ThrottleLimit 8' $connection $targets
        Assert-Stopped $stop $connection
    }

    It 'ends a removal whose requests wait for their turn, and sends none of them' {
        $targets = 1..200 | ForEach-Object { 'CH{0:x32}' -f $_ }
        $connection = Connect-ConvProvider Twilio -Sandbox -ActionsPerSecond 4 -SandboxOption @{ Conversations = 10 } -PassThru
        $stop = Measure-Stop '$Data | Remove-ConvConversation -Connection $Connection -Confirm:$false -ThrottleLimit 20' $connection $targets
        Assert-Stopped $stop $connection

        # One may have come to its turn in that moment, and the first of them asks for the service.
        @($connection.Sandbox.Requests | Where-Object Method -EQ DELETE).Count | Should -BeLessOrEqual 6
    }

    It 'ends a removal whose requests are not answered' {
        $targets = 1..50 | ForEach-Object { 'CH{0:x32}' -f $_ }
        $connection = Connect-TestSandbox @{ Latency = '00:01:00' }
        $stop = Measure-Stop '$Data | Remove-ConvConversation -Connection $Connection -Confirm:$false' $connection $targets
        Assert-Stopped $stop $connection
    }

    It 'ends a removal that waits as Retry-After says' {
        $targets = 1..50 | ForEach-Object { 'CH{0:x32}' -f $_ }
        $connection = Connect-TestSandbox @{ ThrottleFirst = 10000; RetryAfter = '00:01:00' }
        $stop = Measure-Stop '$Data | Remove-ConvConversation -Connection $Connection -Confirm:$false' $connection $targets -After 1
        Assert-Stopped $stop $connection
    }

    It 'ends an erasure soon, and the same command with the same journal finishes it' {
        $connection = Connect-TestSandbox @{ Latency = '00:00:00.02' }
        $conversations = 1..12 | ForEach-Object { New-ConvConversation }
        $null = $conversations | Add-ConvParticipant -Identity ada
        $null = $conversations | New-ConvMessage -Author ada -Body 'I am here'
        $null = $conversations | New-ConvMessage -Author charles -Body 'Hello ada'
        $journal = Join-Path $TestDrive 'stopped.journal'
        Clear-Sent
        $stop = Measure-Stop "Remove-ConvIdentity ada -Connection `$Connection -Confirm:`$false -ThrottleLimit 2 -JournalPath '$journal'" $connection -After 40
        Assert-Stopped $stop $connection
        $written = @($connection.Sandbox.Requests | Where-Object Method -NE GET)
        $written.Count | Should -BeGreaterThan 0
        $written.Count | Should -BeLessThan (12 * 3 + 1)
        $kept = Get-Content -LiteralPath $journal -Raw
        foreach ($path in $written.Path) { $kept | Should -Match ($path -split '/')[-1] }

        $evidence = Remove-ConvIdentity ada -Confirm:$false -JournalPath $journal
        $evidence.Status | Sort-Object -Unique | Should -Be 'Done'
        @($connection.Sandbox.Requests | Where-Object Method -NE GET | Group-Object Path).Count | Should -Be (12 * 3 + 1)
        @($conversations | Get-ConvMessage).Body | Sort-Object -Unique | Should -Be 'Hello [erased]'
        @(Get-ConvParticipantConversation ada).Count | Should -Be 0
    }

    It 'ends a list soon, with nothing in flight and nothing more sent' {
        $connection = Connect-TestSandbox @{ Conversations = 2000; Latency = '00:00:00.1' }
        $stop = Measure-Stop 'Get-ConvConversation -Connection $Connection -PageSize 5' $connection
        Assert-Stopped $stop $connection
    }

    It 'ends the reading of children soon' {
        $connection = Connect-TestSandbox @{ Conversations = 900 }
        $conversations = @(Get-ConvConversation)
        $connection = Connect-TestSandbox @{ Conversations = 900; Latency = '00:00:00.2' }
        $stop = Measure-Stop '$Data | Get-ConvParticipant -Connection $Connection -ThrottleLimit 4' $connection $conversations
        Assert-Stopped $stop $connection
    }

    It 'ends updates soon' {
        $targets = 1..500 | ForEach-Object { 'CH{0:x32}' -f $_ }
        $connection = Connect-TestSandbox @{ Latency = '00:00:00.2' }
        $stop = Measure-Stop '$Data | Set-ConvConversation -Connection $Connection -FriendlyName x -ThrottleLimit 4' $connection $targets
        Assert-Stopped $stop $connection
    }

    It 'ends a list of Telnyx soon' {
        $connection = Connect-ConvProvider Telnyx -Sandbox -SandboxOption @{ Conversations = 2000; Latency = '00:00:00.1' } -PassThru
        $stop = Measure-Stop 'Get-TelnyxConversation -Connection $Connection -PageSize 5' $connection
        Assert-Stopped $stop $connection
    }

    It 'ends the reading of Telnyx messages soon' {
        $null = Connect-ConvProvider Telnyx -Sandbox -SandboxOption @{ Conversations = 300 }
        $conversations = @(Get-TelnyxConversation)
        $connection = Connect-ConvProvider Telnyx -Sandbox -SandboxOption @{ Conversations = 300; Latency = '00:00:00.2' } -PassThru
        $stop = Measure-Stop '$Data | Get-TelnyxConversationMessage -Connection $Connection -ThrottleLimit 4' $connection $conversations
        Assert-Stopped $stop $connection
    }

    It 'ends a removal of Sunshine conversations soon' {
        $targets = 1..2000 | ForEach-Object { '{0:x24}' -f $_ }
        $connection = Connect-ConvProvider Sunshine -Sandbox -SandboxOption @{ Conversations = 20; Latency = '00:00:00.2' } -PassThru
        $stop = Measure-Stop '$Data | Remove-SunshineConversation -Connection $Connection -Confirm:$false -ThrottleLimit 8' $connection $targets
        Assert-Stopped $stop $connection
    }

    It 'leaves what had ended in the journal, whether anybody was told of it or not' {
        $connection = Connect-TestSandbox @{ Conversations = 600; Latency = '00:00:00.05' }
        $targets = @(Get-ConvConversation -Connection $connection)
        $journal = Join-Path $TestDrive 'stopped.jsonl'
        Clear-Sent
        $stop = Measure-Stop "`$Data | Remove-ConvConversation -Connection `$Connection -Confirm:`$false -ThrottleLimit 8 -PassThru -JournalPath '$journal' | ForEach-Object { Start-Sleep -Seconds 1 }" $connection $targets -After 40
        $stop.State | Should -Be 'Stopped'
        $answered = @($connection.Sandbox.Requests | Where-Object { $_.Method -eq 'DELETE' -and $_.Status -eq 204 -and -not $_.Cancelled }).Count
        $ends = @(Get-Content -LiteralPath $journal | Where-Object { $_ -like '{"ended":*' })
        $ends.Count | Should -Be $answered
        $targets | Remove-ConvConversation -Connection $connection -Confirm:$false -ThrottleLimit 8 -JournalPath $journal -InformationAction Ignore
        @(Get-ConvConversation -Connection $connection).Count | Should -Be 0
    }

    It 'leaves nothing in the journal as begun that was not sent' {
        $connection = Connect-TestSandbox @{ Latency = '00:01:00' }
        $targets = @(1..40 | ForEach-Object { [pscustomobject]@{ ConversationSid = 'CH{0:x32}' -f $_; ResourceType = 'ConvConversation' } })
        $journal = Join-Path $TestDrive 'sent.jsonl'
        $null = Measure-Stop "`$Data | New-ConvMessage -Connection `$Connection -Body x -ThrottleLimit 8 -JournalPath '$journal'" $connection $targets
        $begun = @(Get-Content -LiteralPath $journal | Where-Object { $_ -like '{"begun":*' })
        $begun.Count | Should -Be @($connection.Sandbox.Requests | Where-Object Method -EQ POST).Count
    }

    It 'leaves the connection fit for the next command' {
        $connection = Connect-TestSandbox @{ Latency = '00:00:00.1' }
        $targets = 1..200 | ForEach-Object { 'CH{0:x32}' -f $_ }
        $null = Measure-Stop '$Data | Remove-ConvConversation -Connection $Connection -Confirm:$false -ThrottleLimit 64' $connection $targets
        @(Get-ConvConversation -First 3).Count | Should -Be 3
    }
}
