BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    # The lines of an archive, as one reads them without this module.
    function Read-Archive([string] $Path) {
        $content = [System.IO.File]::OpenRead($Path)
        try {
            if ($Path.EndsWith('.gz')) { $content = [System.IO.Compression.GZipStream]::new($content, [System.IO.Compression.CompressionMode]::Decompress) }
            $reader = [System.IO.StreamReader]::new($content)
            while ($null -ne ($line = $reader.ReadLine())) { $line | ConvertFrom-Json }
        }
        finally { $content.Dispose() }
    }

    function Get-ArchivePath([string] $Ending = 'jsonl') { Join-Path $TestDrive "$([guid]::NewGuid()).$Ending" }

    # A PowerShell of its own that goes on while this one does.
    function Open-Unattended([string] $Script) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
        Set-Content -LiteralPath $file -Value "Import-Module '$modulePath'`n$Script"
        $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path)
        if ([IO.Path]::GetFileNameWithoutExtension($start.FileName) -eq 'dotnet') { $start.ArgumentList.Add((Join-Path $PSHOME 'pwsh.dll')) }
        foreach ($argument in '-NoProfile', '-NonInteractive', '-File', $file) { $start.ArgumentList.Add($argument) }
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        [System.Diagnostics.Process]::Start($start)
    }

    function Wait-Until([scriptblock] $Condition) {
        $limit = [datetime]::UtcNow.AddSeconds(60)
        while (-not (& $Condition)) {
            if ([datetime]::UtcNow -gt $limit) { throw 'It did not come to it in a minute.' }
            Start-Sleep -Milliseconds 20
        }
    }
}

AfterAll { Close-Connection }

Describe 'Export-ConvConversation' {
    BeforeAll {
        $null = Connect-TestSandbox @{ Conversations = 120 }
        $null = Connect-ConvProvider Telnyx -Sandbox -Name Telnyx -SandboxOption @{ Conversations = 20 } -PassThru
        $null = Connect-ConvProvider Sunshine -Sandbox -Name Sunshine -SandboxOption @{ Conversations = 60 } -PassThru
        $user = (Get-ConvConnection Sunshine).Sandbox.SampleUserId
    }

    It 'archives what <Get> writes, in <Ending>' -ForEach @(
        foreach ($ending in 'jsonl', 'jsonl.gz') {
            @{ Get = 'Get-ConvConversation'; Script = { Get-ConvConversation -First 20 }; Identifier = 'ConversationSid'; Part = 'message'; Children = { $_ | Get-ConvMessage }; Key = 'sid'; Ending = $ending }
            @{ Get = 'Get-ProxySession'; Script = { Get-ProxySession -First 5 }; Identifier = 'SessionSid'; Part = 'participant'; Children = $null; Key = 'sid'; Ending = $ending }
            @{ Get = 'Get-TelnyxConversation'; Script = { Get-TelnyxConversation -First 5 }; Identifier = 'ConversationId'; Part = 'message'; Children = { $_ | Get-TelnyxConversationMessage }; Key = $null; Ending = $ending }
            @{ Get = 'Get-SunshineConversation'; Script = { Get-SunshineConversation -UserId $user -First 3 }; Identifier = 'ConversationId'; Part = 'message'; Children = $null; Key = 'id'; Ending = $ending }
        }
    ) {
        $path = Get-ArchivePath $Ending
        $items = @(& $Script)
        $result = $items | Export-ConvConversation -Path $path
        $result.Exported, $result.Skipped, $result.Failed, $result.Conversations | Should -Be $items.Count, 0, 0, $items.Count
        $result.Path | Should -Be $path
        $lines = @(Read-Archive $path)
        $lines[0].type | Should -Be 'archive'
        $lines[-1].type | Should -Be 'manifest'
        $lines[-1].sha256 | Should -Be $result.Sha256
        ($lines | Where-Object type -EQ end).conversation | Sort-Object | Should -Be ($items.$Identifier | Sort-Object)
        @($lines | Where-Object type -EQ conversation).Count | Should -Be $items.Count
        @($lines | Where-Object type -EQ $Part).Count | Should -BeGreaterThan 0
        if ($Children) { @($lines | Where-Object type -EQ $Part).Count | Should -Be @($items | ForEach-Object $Children).Count }
    }

    It 'writes lines that Get-Content and ConvertFrom-Json read, each with what the provider said' {
        $path = Get-ArchivePath
        $conversation = Get-ConvConversation -First 1
        $null = $conversation | Export-ConvConversation $path
        $lines = Get-Content -LiteralPath $path | ConvertFrom-Json
        ($lines | Where-Object type -EQ conversation).resource.sid | Should -Be $conversation.ConversationSid
        ($lines | Where-Object type -EQ message).resource.body | Should -Be ($conversation | Get-ConvMessage -Order asc).Body
    }

    It 'takes <Form>' -ForEach @(
        @{ Form = 'what a CSV file kept'; Convert = { $input | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Form = 'what a JSON file kept'; Convert = { $input | ConvertTo-Json -WarningAction SilentlyContinue | ConvertFrom-Json } }
        @{ Form = 'identifiers'; Convert = { $input.ConversationSid } }
    ) {
        $path = Get-ArchivePath
        $conversations = Get-ConvConversation -First 4
        ($conversations | & $Convert | Export-ConvConversation $path).Exported | Should -Be 4
        (Read-Archive $path | Where-Object type -EQ end).conversation | Sort-Object | Should -Be ($conversations.ConversationSid | Sort-Object)
    }

    It 'takes identifiers of <Parameter> by their form' -ForEach @(
        @{ Parameter = 'ConversationSid'; Ids = { (Get-ConvConversation -First 2).ConversationSid } }
        @{ Parameter = 'SessionSid'; Ids = { (Get-ProxySession -First 2).SessionSid } }
        @{ Parameter = 'ConversationId'; Ids = { (Get-TelnyxConversation -First 2).ConversationId } }
        @{ Parameter = 'ConversationId'; Ids = { (Get-SunshineConversation -UserId $user -First 2).ConversationId } }
    ) {
        $ids = & $Ids
        $named = @{ $Parameter = $ids }
        $path = Get-ArchivePath
        (Export-ConvConversation -Path $path @named).Exported | Should -Be 2
        $piped = Get-ArchivePath
        ($ids | Export-ConvConversation -Path $piped).Exported | Should -Be 2
        (Read-Archive $piped | Where-Object type -EQ end).conversation | Sort-Object | Should -Be ((Read-Archive $path | Where-Object type -EQ end).conversation | Sort-Object)
    }

    It 'goes on with an archive, and archives again with -Force' {
        $path = Get-ArchivePath jsonl.gz
        $null = Get-ConvConversation -First 5 | Export-ConvConversation $path
        Clear-Sent
        $result = Get-ConvConversation -First 8 | Export-ConvConversation $path
        $result.Exported, $result.Skipped, $result.Conversations | Should -Be 3, 5, 8
        @(Get-Sent | Where-Object Path -Like '*/Messages').Count | Should -Be 3
        $again = Get-ConvConversation -First 2 | Export-ConvConversation $path -Force
        $again.Exported, $again.Conversations | Should -Be 2, 8
        @(Read-Archive $path | Where-Object type -EQ manifest).Count | Should -Be 1
    }

    It 'archives once what comes twice' {
        $path = Get-ArchivePath
        $sid = (Get-ConvConversation -First 1).ConversationSid
        $result = $sid, $sid, $sid | Export-ConvConversation $path
        $result.Exported, $result.Skipped | Should -Be 1, 2
    }

    It 'reads receipts with -IncludeReceipt' {
        $conversations = Get-ConvConversation -First 30
        ($conversations | Export-ConvConversation (Get-ArchivePath)).Receipts | Should -Be 0
        $path = Get-ArchivePath
        $result = $conversations | Export-ConvConversation $path -IncludeReceipt
        $result.Receipts | Should -BeGreaterThan 0
        @(Read-Archive $path | Where-Object type -EQ receipt).Count | Should -Be $result.Receipts
    }

    It 'says with -PassThru what is archived of each' {
        $path = Get-ArchivePath
        $conversations = Get-ConvConversation -First 40
        $archived = $conversations | Export-ConvConversation $path -PassThru
        $archived | Should -HaveCount 40
        $archived[0] | Should -BeOfType ConversationsAdmin.ArchivedConversation
        $incomplete = @($archived | Where-Object { -not $_.Complete })
        $incomplete.Count | Should -BeGreaterThan 0
        $incomplete.Missing | Should -BeLike '*media*'
        ($archived | Measure-Object Messages -Sum).Sum | Should -Be @(Read-Archive $path | Where-Object type -EQ message).Count
        ($conversations | Export-ConvConversation $path -PassThru).Sha256 | Sort-Object | Should -Be ($archived.Sha256 | Sort-Object)
    }

    It 'resolves the path from the current location' {
        Push-Location $TestDrive
        try { (Get-ConvConversation -First 1 | Export-ConvConversation ./here.jsonl).Path | Should -Be (Join-Path $TestDrive here.jsonl) }
        finally { Pop-Location }
    }

    It 'reads and writes nothing with -WhatIf' {
        $path = Get-ArchivePath
        $conversations = Get-ConvConversation -First 3
        Clear-Sent
        @(Get-WhatIf { $conversations | Export-ConvConversation $path -WhatIf }) | Should -HaveCount 3
        Get-Sent | Should -BeNullOrEmpty
        Test-Path -LiteralPath $path | Should -BeFalse
    }

    It 'tells of one that is gone, and archives the others' {
        $path = Get-ArchivePath
        $sid = (Get-ConvConversation -First 1).ConversationSid
        $found = Get-ErrorOf { $script:result = $absentConversation, $sid | Export-ConvConversation $path }
        $found.FullyQualifiedErrorId | Should -BeLike 'Twilio.20404,*'
        $found.TargetObject | Should -Be $absentConversation
        $script:result.Exported, $script:result.Failed, $script:result.Complete | Should -Be 1, 1, $false
    }

    It 'refuses a text that identifies nothing, and archives the others' {
        $sid = (Get-ConvConversation -First 1).ConversationSid
        $found = Get-ErrorOf { $script:result = 'CH1', $sid | Export-ConvConversation (Get-ArchivePath) }
        $found.FullyQualifiedErrorId | Should -BeLike 'InvalidIdentifier,*'
        $script:result.Exported | Should -Be 1
    }

    It 'ends with <Id> for <What>' -ForEach @(
        @{ What = 'another resource'; Id = 'WrongTarget'; Script = { Get-ConvService | Export-ConvConversation $path } }
        @{ What = 'an object without a type'; Id = 'WrongTarget'; Script = { [pscustomobject]@{ ConversationSid = $absentConversation } | Export-ConvConversation $path } }
        @{ What = 'one of another provider than the connection'; Id = 'OtherProvider'; Script = { Get-ConvConversation -First 1 | Export-ConvConversation $path -Connection Telnyx } }
        @{ What = 'a connection that is not there'; Id = 'UnknownConnection'; Script = { Get-ConvConversation -First 1 | Select-Object *, @{ n = 'ConnectionName'; e = { 'Gone' } } -ExcludeProperty ConnectionName | Export-ConvConversation $path } }
        @{ What = 'the container of another'; Id = 'WrongTarget'; Script = { Get-ConvConversation -First 1 | Export-ConvConversation $path -AppId ('0' * 24) } }
        @{ What = 'a malformed identifier'; Id = 'InvalidIdentifier'; Script = { Export-ConvConversation $path -ConversationSid abc } }
        @{ What = 'a malformed app'; Id = 'InvalidIdentifier'; Script = { Get-SunshineConversation -UserId $user -First 1 | Export-ConvConversation $path -AppId abc } }
        @{ What = 'a name that says no format'; Id = 'UnknownArchiveFormat'; Script = { Get-ConvConversation -First 1 | Export-ConvConversation (Join-Path $TestDrive a.json) } }
        @{ What = 'a path of no file'; Id = 'NoFile'; Script = { Get-ConvConversation -First 1 | Export-ConvConversation env:a.jsonl } }
        @{ What = 'a folder that is not there'; Id = 'FileNotWritable'; Script = { Get-ConvConversation -First 1 | Export-ConvConversation (Join-Path $TestDrive no/such/a.jsonl) } }
    ) {
        $path = Get-ArchivePath
        (Get-EndOf $Script).FullyQualifiedErrorId | Should -BeLike "$Id,*"
        Test-Path -LiteralPath $path | Should -BeFalse
    }

    It 'keeps to one account, API and service for each archive' {
        $path = Get-ArchivePath
        $null = Get-ConvConversation -First 2 | Export-ConvConversation $path
        $before = (Get-FileHash -LiteralPath $path).Hash
        foreach ($script in { Get-ProxySession -First 1 | Export-ConvConversation $path }, { Get-TelnyxConversation -First 1 | Export-ConvConversation $path }, { $absentConversation | Export-ConvConversation $path -ServiceSid $absentService }) {
            (Get-EndOf $script).FullyQualifiedErrorId | Should -BeLike 'OtherAccount,*'
        }

        (Get-FileHash -LiteralPath $path).Hash | Should -Be $before
        $mixed = Get-ArchivePath
        (Get-EndOf { @(Get-ConvConversation -First 1; Get-ProxySession -First 1) | Export-ConvConversation $mixed }).FullyQualifiedErrorId | Should -BeLike 'OtherAccount,*'
    }

    It 'leaves a file that is no archive as it is' {
        $path = Get-ArchivePath
        Set-Content -LiteralPath $path -Value 'notes'
        (Get-EndOf { Get-ConvConversation -First 1 | Export-ConvConversation $path }).FullyQualifiedErrorId | Should -BeLike 'ArchiveUnreadable,*'
        Get-Content -LiteralPath $path | Should -Be 'notes'
    }

    It 'keeps the archive from others than its owner' -Skip:$IsWindows {
        $path = Get-ArchivePath
        $null = Get-ConvConversation -First 1 | Export-ConvConversation $path
        [System.IO.File]::GetUnixFileMode($path) | Should -Be 'UserWrite, UserRead'
    }

    It 'has no more in progress than -ThrottleLimit says' {
        $slow = Connect-TestSandbox @{ Conversations = 120; Latency = '00:00:00.01' } -Name Slow
        $null = Get-ConvConversation -Connection Slow -First 30 | Export-ConvConversation (Get-ArchivePath) -ThrottleLimit 3 -IncludeReceipt
        $slow.Sandbox.MaxConcurrent | Should -Be 3
        Disconnect-ConvProvider Slow
    }
}

Describe 'An export that is interrupted' {
    AfterEach { Close-Connection }

    It 'by Ctrl+C leaves an archive without a manifest, which is gone on with' {
        $connection = Connect-TestSandbox @{ Conversations = 300; Latency = '00:00:00.01' }
        $path = Get-ArchivePath jsonl.gz
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($Module, $Connection, $Path) Import-Module $Module; Get-ConvConversation -Connection $Connection | Export-ConvConversation $Path -Connection $Connection')
        $null = $shell.AddParameters(@{ Module = $modulePath; Connection = $connection; Path = $path })
        $null = $shell.BeginInvoke()
        Wait-Until { (Test-Path $path) -and (Get-Item $path).Length -gt 20000 }
        $shell.Stop()
        $shell.Dispose()
        $lines = @(Read-Archive $path)
        $lines[-1].type | Should -Be 'end'
        $whole = @($lines | Where-Object type -EQ end).Count
        $result = Get-ConvConversation | Export-ConvConversation $path
        $result.Skipped, $result.Failed | Should -Be $whole, 0
        $sids = @(Read-Archive $path | Where-Object type -EQ end).conversation
        $sids | Sort-Object | Should -Be ((Get-ConvConversation).ConversationSid | Sort-Object)
    }

    It 'by a kill is gone on with by the same command, and nothing is in it twice' {
        $path = Get-ArchivePath jsonl
        $script = "`$null = Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 300; Latency = '00:00:00.01' }`nGet-ConvConversation | Export-ConvConversation '$path'"
        foreach ($size in 100000, 400000, 900000) {
            $process = Open-Unattended $script
            Wait-Until { $process.HasExited -or ((Test-Path $path) -and (Get-Item $path).Length -gt $size) }
            $process.HasExited | Should -BeFalse
            $process.Kill()
            $process.WaitForExit()
        }

        $null = Connect-TestSandbox @{ Conversations = 300 }
        $result = Get-ConvConversation | Export-ConvConversation $path
        $result.Skipped | Should -BeGreaterThan 50
        $lines = @(Read-Archive $path)
        ($lines | Where-Object type -EQ end).conversation | Sort-Object | Should -Be ((Get-ConvConversation).ConversationSid | Sort-Object)
        @($lines | Where-Object type -EQ message).Count | Should -Be $result.Messages
    }

    It 'refuses a second process while the first is at work' {
        $path = Get-ArchivePath
        $process = Open-Unattended "`$null = Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 60; Latency = '00:00:00.5' }`nGet-ConvConversation | Export-ConvConversation '$path' -ThrottleLimit 1"
        try {
            Wait-Until { Test-Path $path }
            $null = Connect-TestSandbox
            (Get-EndOf { Get-ConvConversation | Export-ConvConversation $path }).FullyQualifiedErrorId | Should -BeLike 'FileInUse,*'
            $process.HasExited | Should -BeFalse
        }
        finally { $process.Kill() }
    }

    It 'by a wrong password ends, and tells why once' {
        $null = Connect-TestSandbox
        $conversations = @(Get-ConvConversation -First 20)
        $null = Connect-TestSandbox @{ FailWith = 20003; FailStatus = 401 }
        $path = Get-ArchivePath
        $found = @(Get-ErrorOf { $conversations | Export-ConvConversation $path -ThrottleLimit 4 })
        $found[0].FullyQualifiedErrorId | Should -BeLike 'Twilio.20003,*'
        @(Read-Archive $path).type | Should -Be 'archive'
    }
}
