BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $server = Open-SocketSandbox
    $isBuilt = $null -ne $server
    Close-SocketSandbox $server
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    # Runs a command in a PowerShell of its own, and kills it when its journal has so many ends.
    function Invoke-Killed([hashtable] $Server, [string] $Journal, [string] $Command, [int] $After) {
        $script = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
        Set-Content -LiteralPath $script -Value "Import-Module '$modulePath'`n$(Get-Connect $Server)`n$Command"
        $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path)
        if ([IO.Path]::GetFileNameWithoutExtension($start.FileName) -eq 'dotnet') { $start.ArgumentList.Add((Join-Path $PSHOME 'pwsh.dll')) }
        foreach ($argument in '-NoProfile', '-NonInteractive', '-File', $script) { $start.ArgumentList.Add($argument) }
        $start.RedirectStandardOutput = $true
        $process = [System.Diagnostics.Process]::Start($start)
        try {
            $limit = [datetime]::UtcNow.AddSeconds(90)
            while ([datetime]::UtcNow -lt $limit -and -not $process.HasExited -and (Measure-End $Journal) -lt $After) { Start-Sleep -Milliseconds 20 }
            $process.HasExited | Should -BeFalse
        }
        finally {
            $process.Kill()
            $process.WaitForExit()
            $process.Dispose()
        }
    }

    function Get-Connect([hashtable] $Server) {
        "`$secret = [System.Net.NetworkCredential]::new('', '$($Server.Token)').SecurePassword`n" +
        "Connect-ConvProvider Twilio -AccountSid $($Server.AccountSid) -Credential ([pscredential]::new('$($Server.AccountSid)', `$secret)) -BaseUri $($Server.BaseUri) -ServiceSid $($Server.ServiceSid) -Name server"
    }

    # Read as no other reader would: .NET asks for a lock that the one who writes has.
    function Read-Journal([string] $Path) { if (Test-Path -LiteralPath $Path) { @(& (Get-Command cat -CommandType Application)[0] $Path) } }

    function Measure-End([string] $Path) { @(Read-Journal $Path | Where-Object { $_ -like '{"ended":*' }).Count }
}

AfterAll { Close-Connection }

Describe 'A run that is killed' -Skip:(-not $isBuilt -or $IsWindows) {
    BeforeEach {
        $server = Open-SocketSandbox 'Conversations=1000', 'Latency=00:00:00.05'
        . ([scriptblock]::Create((Get-Connect $server)))
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        $list = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
        $all = @(Get-ConvConversation)
        $all | Select-Object ResourceType, ServiceSid, ConversationSid, AccountSid | Export-Csv -LiteralPath $list
    }
    AfterEach {
        Get-ConvConnection | Disconnect-ConvProvider
        Close-SocketSandbox $server
    }

    It 'forgets no removal, and says of each how it ended' {
        $command = "Import-Csv '$list' | Remove-ConvConversation -Confirm:`$false -ThrottleLimit 8 -JournalPath '$journal'"
        foreach ($kill in 1..3) { Invoke-Killed $server $journal $command (60 * $kill) }
        Import-Csv -LiteralPath $list | Remove-ConvConversation -Confirm:$false -ThrottleLimit 8 -JournalPath $journal -WarningVariable warned -InformationAction Ignore
        $warned | Should -BeNullOrEmpty
        @(Get-ConvConversation).Count | Should -Be 0
        $ends = @(Read-Journal $journal | Where-Object { $_ -like '{"ended":*' } | ConvertFrom-Json)
        @($ends.ended | Select-Object -Unique).Count | Should -Be $all.Count
        $ends.Count | Should -Be $all.Count

        # Only what was under way at a kill, or on its way to the disk, was found gone: of each worker one and one.
        $gone = @($ends | Where-Object outcome -EQ AlreadyGone)
        $gone.Count | Should -BeLessOrEqual (3 * 2 * 8)
    }

    It 'sends no message twice, and reports each of which it is not known' {
        $active = @($all | Where-Object State -EQ active)
        $active | Select-Object ResourceType, ServiceSid, ConversationSid, AccountSid | Export-Csv -LiteralPath $list
        $command = "`$null = Import-Csv '$list' | New-ConvMessage -Body 'only once' -ThrottleLimit 4 -JournalPath '$journal'"
        Invoke-Killed $server $journal $command ($active.Count / 4)
        Invoke-Killed $server $journal $command ($active.Count / 2)
        $errors = @(Get-ErrorOf { $null = Import-Csv -LiteralPath $list | New-ConvMessage -Body 'only once' -ThrottleLimit 4 -JournalPath $journal 6> $null })
        $errors.FullyQualifiedErrorId | Select-Object -Unique | ForEach-Object { $_ | Should -BeLike 'MayBeDone,*' }
        $written = @($active | Get-ConvMessage -ThrottleLimit 10 | Where-Object Body -EQ 'only once' | Group-Object ConversationSid)
        @($written | Where-Object Count -GT 1).Count | Should -Be 0
        $missing = @($active.ConversationSid | Where-Object { $_ -notin $written.Name })
        foreach ($conversation in $missing) { $errors.TargetObject | Should -Contain $conversation }
    }
}
