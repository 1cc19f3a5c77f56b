# Azure is played by AzureStub.ps1; the provider by the sandbox behind a socket.
BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/AzureStub.ps1"
    $runbook = Join-Path $modulePath 'runbooks/Invoke-PrivacyErasure.ps1'
    $server = Open-SocketSandbox 'Conversations=60'
    if (-not $server) { return }
    $env:AZURE_STUB = Join-Path $TestDrive 'blobs'
    $null = New-Item -ItemType Directory -Path (Join-Path $env:AZURE_STUB 'erasure')
    $env:STUB_USER = $server.AccountSid
    $env:STUB_SECRET = $server.Token
    $arguments = @{ CredentialName = 'Twilio'; StorageAccountName = 'acme'; ContainerName = 'erasure'; BaseUri = $server.BaseUri }
    Connect-ConvProvider Twilio -Credential (ConvertTo-Credential $server.AccountSid $server.Token) -BaseUri $server.BaseUri -ServiceSid $server.ServiceSid -Name World

    # A person in three conversations, with a message in each.
    function Add-Person([string] $Name) {
        1..3 | ForEach-Object {
            $conversation = New-ConvConversation -FriendlyName "Order $_" -Connection World
            $null = $conversation | Add-ConvParticipant -Identity $Name
            $null = $conversation | New-ConvMessage -Author $Name -Body "Hello $_"
            $null = $conversation | New-ConvMessage -Author 'agent' -Body 'Good day'
            $conversation
        }
    }

    function Get-Blob([string] $Like = '*') { @(Get-ChildItem -LiteralPath $env:AZURE_STUB -Recurse -File | Where-Object Name -Like $Like) }
}

AfterAll {
    Close-Connection
    Close-SocketSandbox $server
    Remove-Item env:AZURE_STUB, env:STUB_USER, env:STUB_SECRET, env:AZURE_STUB_FAIL, env:AZURE_STUB_KILL, env:AZURE_STUB_KILL_AFTER -ErrorAction Ignore
}

Describe 'The erasure runbook' {
    It 'demands one person and one place before anything else' {
        { & $runbook @arguments -ServiceSid $server.ServiceSid } | Should -Throw '*-Identity or -Address*'
        { & $runbook @arguments -Identity a -Address b -ServiceSid $server.ServiceSid } | Should -Throw '*-Identity or -Address*'
        { & $runbook @arguments -Identity a } | Should -Throw '*-ServiceSid or -AllServices*'
        { & $runbook @arguments -Identity a -AllServices -Archive -EveryConversation } | Should -Throw '*-Archive and -EveryConversation*Export-ConvConversation*'
    }

    Context 'with a provider' {
        BeforeEach {
            if (-not $server) { Set-ItResult -Skipped -Because 'conv is not built' }
            elseif (-not (Get-Command Remove-ConvIdentity -ErrorAction Ignore)) { Set-ItResult -Skipped -Because 'there is no Remove-ConvIdentity' }
        }

        It 'previews with -WhatIf: nothing is changed, and no blob is written' {
            $conversations = @(Add-Person 'preview.person')
            $null = & $runbook @arguments -Identity 'preview.person' -ServiceSid $server.ServiceSid -WhatIf
            @($conversations | Get-ConvParticipant -Connection World | Where-Object Identity -EQ 'preview.person').Count | Should -Be 3
            Get-Blob | Should -BeNullOrEmpty
        }

        It 'erases the person, and keeps the evidence as objects and in the blobs, where nothing is named after them' {
            $conversations = @(Add-Person 'erased.person')
            $evidence = @(& $runbook @arguments -Identity 'erased.person' -AllServices -Archive)
            $evidence.Count | Should -BeGreaterThan 6
            @($conversations | Get-ConvParticipant -Connection World | Where-Object Identity -EQ 'erased.person') | Should -BeNullOrEmpty
            @($conversations | Get-ConvMessage -Connection World | Where-Object Author -EQ 'erased.person') | Should -BeNullOrEmpty
            @($conversations | Get-ConvMessage -Connection World | Where-Object Author -EQ 'agent').Count | Should -Be 3
            @(Get-Blob '*.evidence.csv' | ForEach-Object { Import-Csv -LiteralPath $_ }).Count | Should -Be $evidence.Count
            @(Get-Blob '*.evidence.json' | ForEach-Object { Get-Content -LiteralPath $_ -Raw | ConvertFrom-Json }).Count | Should -Be $evidence.Count
            Get-Blob '*.archive.jsonl.gz' | Should -Not -BeNullOrEmpty
            Get-Blob '*.journal.jsonl' | Should -Not -BeNullOrEmpty
            Get-Blob | Where-Object FullName -Match 'erased' | Should -BeNullOrEmpty
            Get-Blob 'lock@lease' | Should -BeNullOrEmpty
        }

        It 'looks into everything again when the person is to be erased once more, also with other options' {
            $conversations = @(Add-Person 'again.person')
            $request = @{ Identity = 'again.person'; ServiceSid = $server.ServiceSid; EveryConversation = $true }
            (& $runbook @arguments @request).Count | Should -BeGreaterThan 6
            # Long after: a message in a conversation in which the person does not take part.
            $null = $conversations[0] | New-ConvMessage -Author 'again.person' -Body 'Once more' -Connection World
            @(& $runbook @arguments @request | Where-Object Status -EQ 'Done').Count | Should -Be 1
            $null = $conversations[0] | New-ConvMessage -Author 'again.person' -Body 'And again' -Connection World
            { & $runbook @arguments @request -MessageAction Redact } | Should -Not -Throw
            @($conversations | Get-ConvMessage -Connection World | Where-Object Author -EQ 'again.person') | Should -BeNullOrEmpty
        }

        It 'archives again what is erased again, into another blob' {
            $conversations = @(Add-Person 'twice.person')
            $before = @(Get-Blob '*.archive.jsonl.gz').FullName
            $request = @{ Identity = 'twice.person'; ServiceSid = $server.ServiceSid; Archive = $true }
            $null = & $runbook @arguments @request
            $null = $conversations[0] | Add-ConvParticipant -Identity 'twice.person' -Connection World
            $null = & $runbook @arguments @request
            @(Get-Blob '*.archive.jsonl.gz' | Where-Object FullName -NotIn $before).Count | Should -Be 2
        }

        It 'keeps the evidence, the journal and the lock of a job that is killed in the middle' {
            $conversation = New-ConvConversation -FriendlyName 'Long' -Connection World
            $null = $conversation | Add-ConvParticipant -Identity 'long.person' -Connection World
            1..230 | ForEach-Object { $null = $conversation | New-ConvMessage -Author 'long.person' -Body "Hello $_" -Connection World }
            $before = @(Get-Blob).FullName
            # The last of what goes to the blobs at a time.
            $env:AZURE_STUB_KILL = '*.evidence.csv'
            $env:AZURE_STUB_KILL_AFTER = 1
            $given = ($arguments + @{ Identity = 'long.person'; ServiceSid = $server.ServiceSid } | ConvertTo-Json -Compress).Replace("'", "''")
            $null = Invoke-Unattended ". '$PSScriptRoot/AzureStub.ps1'; `$given = '$given' | ConvertFrom-Json -AsHashtable; & '$runbook' @given"
            Remove-Item env:AZURE_STUB_KILL, env:AZURE_STUB_KILL_AFTER
            $left = @(Get-Blob | Where-Object FullName -NotIn $before)
            @($left | Where-Object Name -Like '*.evidence.json' | ForEach-Object { Get-Content -LiteralPath $_ -Raw | ConvertFrom-Json }).Count | Should -Be 200
            if (-not $IsWindows) { @($left | Where-Object Name -Like '*.journal.jsonl' | Get-Content).Count | Should -BeGreaterThan 200 }
            { & $runbook @arguments -Identity 'long.person' -ServiceSid $server.ServiceSid } | Should -Throw '*Another job*'
            $null = & $runbook @arguments -Identity 'long.person' -ServiceSid $server.ServiceSid -BreakLock
            @($conversation | Get-ConvMessage -Connection World) | Should -BeNullOrEmpty
        }

        It 'keeps everything else when one thing can''t be uploaded, says so, and ends what it began' {
            $conversations = @(Add-Person 'upload.person')
            $before = @(Get-Blob).FullName
            $env:AZURE_STUB_FAIL = '*.evidence.json'
            try { { & $runbook @arguments -Identity 'upload.person' -ServiceSid $server.ServiceSid -Archive } | Should -Throw '*evidence.json is not in the blobs*' }
            finally { Remove-Item env:AZURE_STUB_FAIL }
            $kept = @(Get-Blob | Where-Object FullName -NotIn $before).Name
            foreach ($kind in '*.evidence.csv', '*.archive.jsonl.gz', '*.journal.jsonl') { $kept -like $kind | Should -Not -BeNullOrEmpty }
            Get-Blob 'lock@lease' | Should -BeNullOrEmpty
            @($conversations | Get-ConvMessage -Connection World | Where-Object Author -EQ 'upload.person') | Should -BeNullOrEmpty
        }

        It 'goes on with the journal of a job that failed, unless it is old' {
            $conversations = @(Add-Person 'failed.person')
            $request = @{ Identity = 'failed.person'; ServiceSid = $server.ServiceSid; EveryConversation = $true }
            $before = @(Get-Blob).FullName
            $env:AZURE_STUB_FAIL = '*.evidence.json'
            try {
                { & $runbook @arguments @request } | Should -Throw '*evidence.json*'
                $journal = @(Get-Blob '*.every-remove.journal.jsonl' | Where-Object FullName -NotIn $before)
                $journal.Count | Should -Be 1
                $first = Get-Content -LiteralPath $journal[0] -Raw
                $null = $conversations[0] | New-ConvMessage -Author 'failed.person' -Body 'Once more' -Connection World
                { & $runbook @arguments @request } | Should -Throw '*evidence.json*'
            }
            finally { Remove-Item env:AZURE_STUB_FAIL }
            $second = Get-Content -LiteralPath $journal[0] -Raw
            $second.StartsWith($first) | Should -BeTrue
            $second.Length | Should -BeGreaterThan $first.Length

            $journal[0].LastWriteTimeUtc = [datetime]::UtcNow.AddDays(-8)
            $null = & $runbook @arguments @request -WarningVariable script:warned -WarningAction SilentlyContinue
            "$script:warned" | Should -BeLike '*journal*is older than 7*'
            $newest = Get-Blob '*.journal.jsonl' | Sort-Object LastWriteTime | Select-Object -Last 1
            (Get-Content -LiteralPath $newest -Raw).StartsWith($first) | Should -BeFalse
            # Nothing is left to go on with.
            Get-Blob '*.every-remove.journal.jsonl' | Should -BeNullOrEmpty
        }

        It 'ends when another job has taken its lock, whose lock stays' {
            $null = Add-Person 'taken.person'
            $other = "$([guid]::NewGuid())"
            $old = @(Get-Blob 'lock').FullName
            { & $runbook @arguments -Identity 'taken.person' -AllServices 3>$null | ForEach-Object {
                    $script:lock = Get-Blob 'lock' | Where-Object FullName -NotIn $old
                    Set-Content -LiteralPath "$($script:lock.FullName)@lease" -Value $other -NoNewline
                } } | Should -Throw '*does not hold the lock*'
            Get-Content -LiteralPath "$($script:lock.FullName)@lease" -Raw | Should -Be $other
            Get-Blob '*.evidence.csv' | Where-Object { $_.Directory.Parent.FullName -eq $script:lock.Directory.FullName } | Should -Not -BeNullOrEmpty
            Remove-Item -LiteralPath "$($script:lock.FullName)@lease"
        }

        It 'refuses a second job for the same person' {
            $null = & $runbook @arguments -Identity 'locked.person' -ServiceSid $server.ServiceSid
            $lock = Get-Blob 'lock' | Sort-Object LastWriteTime | Select-Object -Last 1
            Set-Content -LiteralPath "$($lock.FullName)@lease" -Value ([guid]::NewGuid()) -NoNewline
            { & $runbook @arguments -Identity 'locked.person' -ServiceSid $server.ServiceSid } | Should -Throw '*Another job*'
            $null = & $runbook @arguments -Identity 'locked.person' -ServiceSid $server.ServiceSid -BreakLock
        }
    }
}
