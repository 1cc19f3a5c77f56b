# Azure is played by AzureStub.ps1; the provider by the sandbox behind a socket, so that it outlives the jobs.
BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/AzureStub.ps1"
    $runbook = Join-Path $modulePath 'runbooks/Invoke-NightlyCleanup.ps1'

    # A provider and a storage account of its own for each test.
    function Open-World([string[]] $Option = @('Conversations=120')) {
        $script:server = Open-SocketSandbox $Option
        if (-not $server) { return $false }
        $env:AZURE_STUB = Join-Path $TestDrive "$([guid]::NewGuid())"
        $null = New-Item -ItemType Directory -Path (Join-Path $env:AZURE_STUB 'cleanup')
        $env:STUB_USER = $server.AccountSid
        $env:STUB_SECRET = $server.Token
        $script:arguments = @{ ServiceSid = $server.ServiceSid; CredentialName = 'Twilio'; StorageAccountName = 'acme'; ContainerName = 'cleanup'; BaseUri = $server.BaseUri; AcceptIncompleteArchive = $true }
        Connect-ConvProvider Twilio -Credential (ConvertTo-Credential $server.AccountSid $server.Token) -BaseUri $server.BaseUri -ServiceSid $server.ServiceSid -Name World
        $script:all = @(Get-ConvConversation -Connection World)
        $script:stale = @((New-ConvCleanupPlan -State closed -LastMessageBefore (Get-Date).AddDays(-90) -Connection World).Items.Target)
        $stale.Count | Should -BeGreaterThan 20
        $true
    }

    function Close-World {
        Close-Connection
        Close-SocketSandbox $script:server
        Remove-Item env:AZURE_STUB, env:STUB_USER, env:STUB_SECRET, env:AZURE_STUB_KILL, env:AZURE_STUB_KILL_AFTER, env:AZURE_STUB_FAIL, env:AZURE_STUB_KEEP_LEASE -ErrorAction Ignore
    }

    # A job in a process of its own, which loses its disk.
    function Invoke-Job([hashtable] $More = @{}) {
        $given = @{} + $arguments
        foreach ($key in $More.Keys) { $given[$key] = $More[$key] }
        $temporary = Join-Path $TestDrive "$([guid]::NewGuid())"
        $null = New-Item -ItemType Directory -Path $temporary
        $json = ($given | ConvertTo-Json -Compress).Replace("'", "''")
        try {
            Invoke-Unattended @"
`$env:TMPDIR = `$env:TEMP = `$env:TMP = '$temporary'
. '$PSScriptRoot/AzureStub.ps1'
`$given = '$json' | ConvertFrom-Json -AsHashtable
try { & '$runbook' @given | ConvertTo-Json -Compress } catch { "thrown: `$_" }
"@
        }
        finally { Remove-Item -LiteralPath $temporary -Recurse -Force }
    }

    function Get-Left { @(Get-ConvConversation -Connection World).ConversationSid }

    function Get-Blob([string] $Like = '*') { @(Get-ChildItem -LiteralPath $env:AZURE_STUB -Recurse -File | Where-Object Name -Like $Like) }

    function Write-Lease($Id) { Set-Content -LiteralPath "$((Get-Blob lock)[0].FullName)@lease" -Value "$Id" -NoNewline }

    function Write-Heartbeat($Lease, [timespan] $Age) {
        $path = (Get-Blob heartbeat)[0]
        @{ Time = [datetimeoffset]::UtcNow.Subtract($Age).ToString('o'); Lease = "$Lease" } | ConvertTo-Json | Set-Content -LiteralPath $path
        $path.LastWriteTimeUtc = [datetime]::UtcNow - $Age
    }

    # The conversations that are whole in the archives of the blobs.
    function Get-Archived {
        foreach ($blob in Get-Blob '*.archive.jsonl.gz') {
            $stream = [System.IO.Compression.GZipStream]::new([IO.File]::OpenRead($blob), [System.IO.Compression.CompressionMode]::Decompress)
            $reader = [IO.StreamReader]::new($stream)
            try { while ($null -ne ($line = $reader.ReadLine())) { if ($line -match '"type":"end","conversation":"(\w+)"') { $Matches[1] } } }
            finally { $reader.Dispose() }
        }
    }

    # Nothing is lost: what is gone was planned and is in the archives, and what was not planned is there.
    function Assert-NothingLost {
        $left = Get-Left
        $gone = @($all.ConversationSid | Where-Object { $_ -notin $left })
        @($gone | Where-Object { $_ -notin $stale }) | Should -BeNullOrEmpty
        $archived = @(Get-Archived)
        @($gone | Where-Object { $_ -notin $archived }) | Should -BeNullOrEmpty
    }

    function Get-Summary([string] $Said) { ($Said -split "`n" | Where-Object { $_ -like '{*' } | Select-Object -Last 1) | ConvertFrom-Json }
}

Describe 'The nightly clean-up' -Skip:(-not (Get-ChildItem -Path (Join-Path $PSScriptRoot '../../src/ConversationsAdmin.Cli/bin/*/*/conv.dll') -ErrorAction Ignore)) {
    BeforeEach { $null = Open-World }
    AfterEach { Close-World }

    It 'archives to the blobs, removes what is stale and nothing else, and says so with an object' {
        $result = & $runbook @arguments -ChunkSize 10
        $result.Planned | Should -Be $stale.Count
        $result.Removed | Should -Be $stale.Count
        $result.IsComplete | Should -BeTrue
        $result.Left | Should -Be 0
        Get-Left | Should -Be @($all.ConversationSid | Where-Object { $_ -notin $stale })
        Assert-NothingLost
        @(Get-Blob '*.journal.jsonl').Count | Should -Be ([Math]::Ceiling($stale.Count / 10))
        Get-Blob 'lock@lease' | Should -BeNullOrEmpty
        # The next night finds nothing stale, and is no failure.
        $next = & $runbook @arguments
        $next.Planned | Should -Be 0
        $next.IsComplete | Should -BeTrue
        $next.Run | Should -Not -Be $result.Run
    }

    It 'leaves alone what can''t be archived completely, unless that is accepted' {
        $arguments.Remove('AcceptIncompleteArchive')
        $result = & $runbook @arguments
        $result.Skipped | Should -BeGreaterThan 0
        $result.Removed | Should -Be ($stale.Count - $result.Skipped)
        @(Get-Left | Where-Object { $_ -in $stale }).Count | Should -Be $result.Skipped
        $result.IsComplete | Should -BeTrue
    }

    It 'takes the secret from a key vault' {
        $arguments.Remove('CredentialName')
        (& $runbook @arguments -KeyVaultName vault -SecretName token -UserName $server.AccountSid).Removed | Should -Be $stale.Count
    }

    It 'says who can''t sign in: <Case>' -ForEach @(
        @{ Case = 'no asset'; More = @{ CredentialName = 'Twillio' }; Says = "*credential asset 'Twillio'*" }
        @{ Case = 'nothing given'; More = @{ CredentialName = '' }; Says = '*-CredentialName*-KeyVaultName*' }
        @{ Case = 'no such secret'; More = @{ CredentialName = ''; KeyVaultName = 'vault'; SecretName = 'tokn'; UserName = 'x' }; Says = "*no secret 'tokn'*" }
    ) {
        foreach ($key in $More.Keys) { $arguments[$key] = $More[$key] }
        { & $runbook @arguments } | Should -Throw $Says
        (Get-Left).Count | Should -Be $all.Count
    }

    It 'previews with -WhatIf: no write leaves, and no blob is written' {
        $result = & $runbook @arguments -WhatIf
        $result.Planned | Should -Be $stale.Count
        (Get-Left).Count | Should -Be $all.Count
        Get-Blob | Should -BeNullOrEmpty
    }

    It 'refuses a plan that is too large, and removes nothing' {
        { & $runbook @arguments -MaxItem 5 } | Should -Throw '*-MaxItem*Nothing was removed*'
        (Get-Left).Count | Should -Be $all.Count
        Get-Blob 'lock@lease' | Should -BeNullOrEmpty
    }

    It 'ends by itself after -StopAfter, which is no failure, and the next job goes on with the same plan' {
        $first = & $runbook @arguments -ChunkSize 10 -StopAfter 0 -WarningVariable warned -WarningAction SilentlyContinue
        $first.IsComplete | Should -BeFalse
        $first.Left | Should -Be $stale.Count
        "$warned" | Should -BeLike '*-StopAfter*'
        $second = & $runbook @arguments -ChunkSize 10
        $second.Run | Should -Be $first.Run
        $second.Removed | Should -Be $stale.Count
    }

    It 'makes a new plan when an earlier one is meant for other criteria' {
        $first = & $runbook @arguments -StopAfter 0 -WarningAction SilentlyContinue
        $second = & $runbook @arguments -OlderThanDays 200 -WarningAction SilentlyContinue
        $second.Planned | Should -BeLessThan $first.Planned
        @(Get-Left | Where-Object { $_ -in $stale }).Count | Should -Be ($first.Planned - $second.Planned)
    }

    It 'refuses a second job at once, also when the last job was long ago' {
        $null = & $runbook @arguments -StopAfter 0 -WarningAction SilentlyContinue
        # Last night's job let go of its lock, and its heartbeat is old. Another job began just now.
        Write-Heartbeat -Lease ([guid]::NewGuid()) -Age '23:00:00'
        Write-Lease ([guid]::NewGuid())
        { & $runbook @arguments } | Should -Throw '*Another job*-BreakLock*'
        (Get-Left).Count | Should -Be $all.Count
        Get-Blob 'lock@lease' | Should -Not -BeNullOrEmpty
    }

    It 'takes over the lock of the job whose heartbeat is older than a job can be' {
        $null = & $runbook @arguments -StopAfter 0 -WarningAction SilentlyContinue
        $dead = [guid]::NewGuid()
        Write-Lease $dead
        Write-Heartbeat -Lease $dead -Age '03:00:00'
        { & $runbook @arguments } | Should -Throw '*Another job*-BreakLock*'
        Write-Heartbeat -Lease $dead -Age '04:00:00'
        (& $runbook @arguments -WarningAction SilentlyContinue).Removed | Should -Be $stale.Count
        Get-Blob 'lock@lease' | Should -BeNullOrEmpty
    }

    It 'ends before the next chunk when another job has taken its lock, whose lock stays' {
        $other = [guid]::NewGuid()
        { & $runbook @arguments -ChunkSize 10 -ThrottleLimit 1 -Verbose 4>&1 3>$null | ForEach-Object {
                if ($_ -is [System.Management.Automation.VerboseRecord]) { if ("$_" -like '*removed,*so far*') { Write-Lease $other } }
                else { $script:told = $_ }
            } } | Should -Throw '*does not hold the lock*'
        $script:told.Removed + $script:told.AlreadyGone + $script:told.Skipped | Should -BeLessOrEqual 10
        $script:told.Left | Should -Be ($stale.Count - 10)
        Get-Content -LiteralPath (Get-Blob 'lock@lease')[0] -Raw | Should -Be "$other"
        Assert-NothingLost
    }

    It 'lets go of the lock when the first heartbeat can''t be written' {
        $env:AZURE_STUB_FAIL = '*/heartbeat'
        { & $runbook @arguments } | Should -Throw '*told to fail*'
        Get-Blob 'lock@lease' | Should -BeNullOrEmpty
        (Get-Left).Count | Should -Be $all.Count
    }

    It 'does not hide why it failed when the lock can''t be let go, and leaves nothing on the disk' {
        $before = @(Get-ChildItem -Path ([IO.Path]::GetTempPath()) -Filter 'conversations-admin-*').Count
        $env:AZURE_STUB_FAIL = '*/plan.json'
        $env:AZURE_STUB_KEEP_LEASE = 'yes'
        { & $runbook @arguments -WarningVariable script:warned -WarningAction SilentlyContinue } | Should -Throw '*told to fail*plan.json*'
        "$script:warned" | Should -BeLike '*could not be let go*-BreakLock*'
        @(Get-ChildItem -Path ([IO.Path]::GetTempPath()) -Filter 'conversations-admin-*').Count | Should -Be $before
    }

    It 'never writes over the archive of another job' {
        $env:AZURE_STUB_FAIL = '*.journal.jsonl'
        { & $runbook @arguments -ChunkSize 10 3>$null } | Should -Throw '*told to fail*'
        $first = @(Get-Blob '*.archive.jsonl.gz' | Get-FileHash)
        $first.Count | Should -Be 1
        Remove-Item env:AZURE_STUB_FAIL
        (& $runbook @arguments -ChunkSize 10).IsComplete | Should -BeTrue
        $first[0].Hash | Should -BeIn @(Get-Blob '*.archive.jsonl.gz' | Get-FileHash).Hash
        Assert-NothingLost
    }

    It 'fails when the service is gone, and does not take its conversations for gone' {
        $null = & $runbook @arguments -StopAfter 0 -WarningAction SilentlyContinue
        Remove-ConvService $server.ServiceSid -Connection World -Force -Confirm:$false
        { & $runbook @arguments -ChunkSize 10 | ForEach-Object { $script:told = $_ } } | Should -Throw '*ended early*'
        $script:told.AlreadyGone | Should -Be 0
        $script:told.Left | Should -Be $stale.Count
    }

    It 'takes the lock when it is told to, also when nobody holds it' {
        (& $runbook @arguments -BreakLock).Removed | Should -Be $stale.Count
    }

    It 'goes on after a job that was killed <Case>, and loses nothing' -ForEach @(
        @{ Case = 'before the first archive was in the blobs'; Kill = '*.archive.jsonl.gz' }
        @{ Case = 'in the middle of removing'; Kill = '*.archive.jsonl.gz'; After = 60 }
        @{ Case = 'after removing, before the journal was in the blobs'; Kill = '*.journal.jsonl' }
        @{ Case = 'before a chunk was said to be done'; Kill = '*.done.json' }
        @{ Case = 'before the plan was in the blobs'; Kill = '*/plan.json' }
    ) {
        $env:AZURE_STUB_KILL = $Kill
        if ($After) { $env:AZURE_STUB_KILL_AFTER = $After }
        Get-Summary (Invoke-Job @{ ChunkSize = 10; ThrottleLimit = 2 }) | Should -BeNullOrEmpty
        Remove-Item env:AZURE_STUB_KILL, env:AZURE_STUB_KILL_AFTER -ErrorAction Ignore
        Assert-NothingLost
        $goneBefore = $all.Count - (Get-Left).Count
        # The dead job holds the lock.
        Get-Blob 'lock@lease' | Should -Not -BeNullOrEmpty
        { & $runbook @arguments } | Should -Throw '*Another job works on*'

        $summary = Get-Summary (Invoke-Job @{ ChunkSize = 10; BreakLock = $true })
        $summary.IsComplete | Should -BeTrue
        # What is gone is removed once: this job removed the rest.
        $summary.Removed | Should -Be ($stale.Count - $goneBefore)
        @(Get-Left | Where-Object { $_ -in $stale }) | Should -BeNullOrEmpty
        Assert-NothingLost
    }

    It 'leaves nothing of the credential in the blobs, the output and the streams' {
        $said = & { $VerbosePreference = $DebugPreference = 'Continue'; & $runbook @arguments } *>&1 | Format-List * -Force | Out-String -Width 500
        $said.Contains($server.Token) | Should -BeFalse
        Get-Blob | ForEach-Object { (Get-Content -LiteralPath $_ -Raw).Contains($server.Token) | Should -BeFalse }
    }
}

Describe 'The nightly clean-up on a provider that fails' {
    AfterEach { Close-World }

    It 'throws, so that the job fails, after the state is in the blobs; the next job tries again' {
        if (-not (Open-World 'Conversations=120', 'FailWith=20403', 'FailOn=Deletes', 'FailFirst=3')) { Set-ItResult -Skipped -Because 'conv is not built'; return }
        { & $runbook @arguments -ChunkSize 10 | ForEach-Object { $script:told = $_ } } | Should -Throw '*3 items failed*next job*'
        $script:told.Failed | Should -Be 3
        $script:told.Left | Should -Be 3
        $script:told.IsComplete | Should -BeFalse
        Get-Blob 'lock@lease' | Should -BeNullOrEmpty
        Assert-NothingLost
        $next = & $runbook @arguments -ChunkSize 10
        $next.Run | Should -Be $script:told.Run
        $next.Removed | Should -Be 3
        $next.IsComplete | Should -BeTrue
    }

    It 'ends when too many fail, with the state in the blobs' {
        if (-not (Open-World 'Conversations=120', 'FailWith=20403', 'FailOn=Deletes')) { Set-ItResult -Skipped -Because 'conv is not built'; return }
        { & $runbook @arguments -ChunkSize 10 -ThrottleLimit 1 -MaxError 2 } | Should -Throw '*ended early*-MaxError*'
        (Get-Left).Count | Should -Be $all.Count
        @(Get-Blob '*.journal.jsonl').Count | Should -Be 1
        Get-Blob '*.done.json' | Should -BeNullOrEmpty
    }
}
