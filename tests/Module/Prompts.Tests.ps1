BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Close-Connection
    Connect-ConvProvider -Sandbox -SandboxOption @{ Conversations = 30 }
    $sandbox = Get-ConvConnection Sandbox
    $place = "at Twilio, account $($sandbox.AccountSid), connection Sandbox"
    $service = Get-ConvService $sandbox.ServiceSid
    $order = New-ConvConversation -FriendlyName 'Order 4711'
    $nameless = New-ConvConversation
    $member = $order | Add-ConvParticipant -Identity 'alice@example.com'
    $message = $order | New-ConvMessage -Author 'alice@example.com' -Body 'the body nobody shall see'
    $user = New-ConvUser 'bob@example.com' -FriendlyName 'Bob'
}

AfterAll { Close-Connection }

Describe 'A question' {
    It 'carries the names and the identifiers, the service, the provider, the account and the connection' {
        $in = "service '$($service.FriendlyName)' ($($service.ServiceSid)) $place"
        Get-WhatIf { $order | Remove-ConvConversation -WhatIf } | Should -BeLike "*`"Remove for good`" on target `"conversation 'Order 4711' ($($order.ConversationSid)) of $in`"*"
        # A typed identifier is shown with the name that was seen with it.
        Get-WhatIf { Remove-ConvConversation $order.ConversationSid -WhatIf } | Should -BeLike "*conversation 'Order 4711' ($($order.ConversationSid)) of $in*"
        Get-WhatIf { $nameless | Remove-ConvConversation -WhatIf } | Should -BeLike "*`"conversation $($nameless.ConversationSid) of $in*"
        Get-WhatIf { $message | Remove-ConvMessage -WhatIf } | Should -BeLike "*message $($message.MessageSid) of conversation 'Order 4711' ($($order.ConversationSid)) of $in*"
        Get-WhatIf { $member | Remove-ConvParticipant -WhatIf } | Should -BeLike "*participant 'alice@example.com' ($($member.ParticipantSid)) of conversation 'Order 4711' * of $in*"
        Get-WhatIf { $user | Set-ConvUser -FriendlyName Robert -WhatIf } | Should -BeLike "*`"Update`" on target `"user 'Bob' ($($user.UserSid)) of $in*"
        Get-WhatIf { $service | Remove-ConvService -WhatIf } | Should -BeLike "*service '$($service.FriendlyName)' ($($service.ServiceSid)) with everything in it $place*"
    }

    It 'of the other providers says which one it is' {
        Get-WhatIf { New-TelnyxConversation 'Order 7' | Remove-TelnyxConversation -WhatIf } | Should -BeLike "*conversation 'Order 7' (*) at Telnyx, connection Sandbox-Telnyx*"
        Get-WhatIf { New-ProxySession 'Order 8' | Remove-ProxySession -WhatIf } | Should -BeLike "*session 'Order 8' (KC*) of proxy service KS* $place*"
    }

    It 'is not forged by a name: lines, escapes and length are taken out' {
        $forged = New-ConvConversation -FriendlyName ("evil`e[2K`r`nWhat if: nothing happens" + [char]0x202E + ('x' * 80))
        $told = @(Get-WhatIf { $forged | Remove-ConvConversation -WhatIf })
        $told.Count | Should -Be 1
        $told[0] | Should -Not -Match "[`e$([char]0x202E)]"
        $told[0] | Should -BeLike "*'evil *...' ($($forged.ConversationSid))*"
    }
}

Describe '-Debug' {
    It 'shows the wire: method, path, fields, status, request and duration, and of persons only lengths' {
        $DebugPreference = 'Continue'
        $lines = & {
            $order | New-ConvMessage -Author 'alice@example.com' -Body 'the body nobody shall see' -Attributes @{ secret = 'attribute' }
            Get-ConvUser -Identity 'bob@example.com'
            Get-ConvParticipantConversation -Address '+15558675310'
            Get-ConvConversation -State closed -First 1
            $order | Set-ConvConversation -FriendlyName 'A new name' -TimersInactive PT1H
        } 5>&1 | Where-Object { $_ -is [System.Management.Automation.DebugRecord] } | ForEach-Object Message
        $path = "/v1/Services/$($sandbox.ServiceSid)"
        $end = ': status 20? after *.??? s, request RQ*'
        @($lines -like "POST $path/Conversations/$($order.ConversationSid)/Messages { *Author=(17 characters)*Body=(25 characters)*$end").Count | Should -Be 1
        @($lines -like "GET $path/Users/(15 characters)$end").Count | Should -Be 1
        @($lines -like "GET $path/ParticipantConversations?*Address=(12 characters)*$end").Count | Should -Be 1
        @($lines -like "GET $path/Conversations?*State=closed*$end").Count | Should -Be 1
        @($lines -like "POST $path/Conversations/$($order.ConversationSid) { *FriendlyName=(10 characters)*Timers.Inactive=PT1H*$end").Count | Should -Be 1
        "$lines" | Should -Not -Match 'alice|bob|example|8675310|nobody shall see|secret'
    }
}

Describe '-Verbose' {
    It 'says what was connected, and nothing of a name in the path of a request that is sent again' {
        $said = & {
            Connect-ConvProvider Telnyx -ApiKey (ConvertTo-Secret 'KEYabc') -Verbose
            Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 5; ThrottleFirst = 2; RetryAfter = '00:00:00.01' } -Name Busy -Verbose
            Get-ConvUser -Identity 'bob@example.com' -Connection Busy -Verbose -ErrorAction Ignore
        } *>&1 | Out-String -Width 500
        Disconnect-ConvProvider Busy
        Disconnect-ConvProvider Telnyx
        Select-ConvConnection Sandbox
        $said | Should -BeLike '*connection Telnyx to Telnyx at https://api.telnyx.com/. Nothing was sent yet.*'
        $said | Should -BeLike '*connection Busy to the sandbox of Twilio*'
        $said | Should -BeLike '*GET /v1/Services/IS*/Users/(15 characters); attempt 2 follows*'
        $said | Should -Not -Match 'bob'
    }
}

Describe 'A host that can''t ask' {
    BeforeAll {
        # Nobody sits there: the input is closed, or a pipe that stays open, or PowerShell was told so.
        function Invoke-Silent([string] $Script, [string] $How) {
            $file = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
            Set-Content -LiteralPath $file -Value "Import-Module '$modulePath'; `$null = Connect-ConvProvider -Sandbox -SandboxOption @{ Conversations = 3 }`n$Script`n'the end'"
            $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path)
            if ([IO.Path]::GetFileNameWithoutExtension($start.FileName) -eq 'dotnet') { $start.ArgumentList.Add((Join-Path $PSHOME 'pwsh.dll')) }
            foreach ($argument in @('-NoProfile') + @(if ($How -eq 'NonInteractive') { '-NonInteractive' }) + '-File', $file) { $start.ArgumentList.Add($argument) }
            $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
            $process = [System.Diagnostics.Process]::Start($start)
            try {
                if ($How -eq 'closed') { $process.StandardInput.Close() }
                $output = $process.StandardOutput.ReadToEndAsync()
                $errors = $process.StandardError.ReadToEndAsync()
                if (-not $process.WaitForExit(120000)) {
                    $process.Kill($true)
                    throw 'It waited for an answer.'
                }
                $output.Result + $errors.Result
            }
            finally { $process.Dispose() }
        }

        # Each cmdlet that asks by itself, with what it needs to come to the question.
        $hex = '0' * 32
        $asking = @(
            "Remove-ConvConversation CH$hex", "Remove-ConvMessage CH$hex IM$hex", "Remove-ConvParticipant CH$hex MB$hex", "Remove-ConvWebhook CH$hex WH$hex", "Remove-ConvRole RL$hex"
            "Remove-ConvUser US$hex", "Remove-ConvUserConversation US$hex CH$hex", "Remove-ConvBinding BS$hex", "Remove-ConvService IS$hex", "Remove-ProxySession KC$hex"
            'Remove-TelnyxConversation 00000000-0000-0000-0000-000000000000', "Remove-SunshineConversation $('0' * 24)", 'New-ConvCleanupPlan -State closed | Invoke-ConvCleanupPlan'
            'Remove-ConvIdentity (Get-ConvUser -First 1).Identity'
        )
        $forcing = "Remove-ConvService IS$hex -Confirm:`$false", "Set-ConvRole RL$hex sendMessage", "Set-ConvConversation CH$hex -State closed"
        $credential = 'Connect-ConvProvider Twilio -Credential me'
    }

    It 'fails with what to pass, and never waits: <_>' -ForEach 'NonInteractive', 'closed', 'open' {
        $lines = @($asking; $forcing; $credential)
        $script = ($lines | ForEach-Object { "try { $_ } catch { `"`$(`$_.FullyQualifiedErrorId) | `$_`" }" }) -join "`n"
        $said = @((Invoke-Silent "$script`n'writes ' + @((Get-ConvConnection).Sandbox.Requests | Where-Object Method -ne GET).Count" $_) -split "`n")
        @($said -match '^CannotAsk,.*\| .*-Confirm:\$false').Count | Should -Be ($asking.Count + $forcing.Count)
        @($said -match '^CannotAsk,.*-Force').Count | Should -Be $forcing.Count
        @($said -match 'can''t ask for the password.*Get-AutomationPSCredential').Count | Should -Be 1
        $said | Should -Contain 'writes 0'
        $said | Should -Contain 'the end'
    }

    It 'is tested with every cmdlet that asks' {
        $high = Get-Command -Module ConversationsAdmin -CommandType Cmdlet |
            Where-Object { $_.ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $true).ConfirmImpact -eq 'High' -or $_.Parameters.ContainsKey('Force') } |
            Where-Object { $_.Name -notin 'New-ConvCleanupPlan', 'Export-ConvConversation' }
        foreach ($command in $high.Name) { @(@($asking; $forcing) -match $command).Count | Should -BeGreaterThan 0 -Because $command }
    }
}
