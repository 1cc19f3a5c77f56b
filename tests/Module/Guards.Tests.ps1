BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    function Get-Write([string] $Connection = 'Sandbox') { @((Get-Sent $Connection) | Where-Object Method -NE 'GET') }

    # Runs a command where nobody can be asked, and tells its errors and what it wrote to the provider.
    function Invoke-Guarded([string] $Command) {
        Invoke-Unattended @"
            `$sandbox = (Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 60 } -PassThru).Sandbox
            `$open = Get-ConvConversation -State active -First 1
            `$service = (Get-ConvService)[-1]
            `$participant = Get-ConvConversation | Get-ConvParticipant | Select-Object -First 1
            `$errors = try { $Command 2>&1 | Where-Object { `$_ -is [System.Management.Automation.ErrorRecord] } } catch { `$_ }
            '<result>' + (@{
                Ids    = @(`$errors | ForEach-Object { `$_.FullyQualifiedErrorId })
                Text   = @(`$errors | ForEach-Object { `$_.Exception.Message }) -join ' '
                Writes = @(`$sandbox.Requests | Where-Object Method -NE 'GET').Count
            } | ConvertTo-Json -Compress) + '</result>'
"@ | Select-String '(?s)<result>(.*)</result>' | ForEach-Object { $_.Matches[0].Groups[1].Value | ConvertFrom-Json }
    }
}

AfterAll { Close-Connection }

Describe 'A host that cannot ask' {
    It 'gets an error that names <Switch> for <Command>, and nothing is written' -ForEach @(
        @{ Command = 'Remove-ConvConversation $open.ConversationSid'; Switch = '-Confirm:$false' }
        @{ Command = '$open | Remove-ConvConversation'; Switch = '-Confirm:$false' }
        @{ Command = '$participant | Remove-ConvParticipant'; Switch = '-Confirm:$false' }
        @{ Command = 'Remove-ConvService $service.ServiceSid'; Switch = '-Confirm:$false' }
        @{ Command = 'Remove-ConvService $service.ServiceSid -Force'; Switch = '-Confirm:$false' }
        @{ Command = 'Remove-ConvService $service.ServiceSid -Confirm:$false'; Switch = '-Force' }
        @{ Command = '$service | Remove-ConvService -Confirm:$false'; Switch = '-Force' }
        @{ Command = 'Remove-ConvIdentity agent.amara.1'; Switch = '-Confirm:$false' }
        @{ Command = '$open | Set-ConvConversation -State closed'; Switch = '-Force' }
        @{ Command = 'Set-ConvConversation $open.ConversationSid -State CLOSED -Confirm:$false'; Switch = '-Force' }
        @{ Command = '$open | Set-ConvConversation -FriendlyName x -Confirm'; Switch = '-Confirm:$false' }
    ) {
        $result = Invoke-Guarded $Command
        $result.Ids | Should -BeLike 'CannotAsk,*'
        $result.Text | Should -BeLike "*$Switch*"
        $result.Writes | Should -Be 0
    }

    It 'runs <Command>' -ForEach @(
        @{ Command = 'Remove-ConvConversation $open.ConversationSid -Confirm:$false' }
        @{ Command = 'Remove-ConvService $service.ServiceSid -Force -Confirm:$false' }
        @{ Command = '$open | Set-ConvConversation -State closed -Force' }
        @{ Command = '$open | Set-ConvConversation -FriendlyName x' }
    ) {
        $result = Invoke-Guarded $Command
        $result.Ids | Should -BeNullOrEmpty
        $result.Writes | Should -Be 1
    }
}

Describe 'What -Force does not do' {
    BeforeEach {
        $null = Connect-TestSandbox
        $open = Get-ConvConversation -State active -First 1
        $service = (Get-ConvService)[-1]
        Clear-Sent
    }

    It '-WhatIf beats -Force' {
        $told = Get-WhatIf {
            Remove-ConvService $service.ServiceSid -Force -WhatIf
            Remove-ConvService $service.ServiceSid -Force -Confirm:$false -WhatIf
            $open | Set-ConvConversation -State closed -Force -WhatIf
        }
        $told.Count | Should -Be 3
        @(Get-Sent).Count | Should -Be 0
    }

    It 'an inherited $WhatIfPreference beats -Force' {
        $told = Get-WhatIf {
            & {
                $WhatIfPreference = $true
                Remove-ConvService $service.ServiceSid -Force -Confirm:$false
                $open | Set-ConvConversation -State closed -Force
                $open | Remove-ConvConversation -Confirm:$false
            }
        }
        $told.Count | Should -Be 3
        @(Get-Sent).Count | Should -Be 0
    }

    It '<Command> writes nothing with -WhatIf' -ForEach @(
        @{ Command = 'New-ConvService x' }
        @{ Command = 'New-ConvConversation -FriendlyName x' }
        @{ Command = 'Add-ConvParticipant $open.ConversationSid -Identity x' }
        @{ Command = 'Set-ConvConversation $open.ConversationSid -FriendlyName x' }
        @{ Command = 'Set-ConvParticipant $open.ConversationSid $absentParticipant -Identity x' }
        @{ Command = 'Remove-ConvParticipant $open.ConversationSid $absentParticipant' }
    ) {
        $told = Get-WhatIf ([scriptblock]::Create("$Command -WhatIf"))
        $told.Count | Should -Be 1
        @(Get-Sent).Count | Should -Be 0
    }

    It 'names the target, the connection and the account in what -WhatIf tells' {
        $connection = Get-ConvConnection
        $told = Get-WhatIf { $open | Remove-ConvConversation -WhatIf }
        $told | Should -BeLike "*$($open.ConversationSid)*$($connection.AccountSid)*$($connection.Name)*"
    }
}

Describe 'An update of nothing' {
    BeforeAll { $null = Connect-TestSandbox }
    BeforeEach { Clear-Sent }

    It 'is refused: <Command>' -ForEach @(
        @{ Command = 'Set-ConvConversation $absentConversation' }
        @{ Command = 'Set-ConvConversation $absentConversation -WebhookEnabled $true' }
        @{ Command = '$absentConversation | Set-ConvConversation -Force' }
        @{ Command = 'Set-ConvParticipant $absentConversation $absentParticipant' }
    ) {
        $ended = Get-EndOf ([scriptblock]::Create($Command))
        $ended.FullyQualifiedErrorId | Should -BeLike 'NothingToChange,*'
        @(Get-Write).Count | Should -Be 0
    }
}

Describe 'What asks by itself' {
    It '<_> has a high impact' -ForEach 'Remove-ConvConversation', 'Remove-ConvParticipant', 'Remove-ConvService', 'Remove-ConvIdentity' {
        $attribute = (Get-Command $_).ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $true)[0]
        $attribute.ConfirmImpact | Should -Be 'High'
    }

    It 'every command that changes something takes -WhatIf and -Confirm' {
        $changing = Get-Command -Module ConversationsAdmin -CommandType Cmdlet |
            Where-Object { $_.Verb -in 'Add', 'New', 'Set', 'Remove', 'Invoke' -and $_.Name -ne 'New-ConvCleanupPlan' }
        $changing.Count | Should -BeGreaterThan 7
        foreach ($command in $changing) { $command.Parameters.Keys | Should -Contain 'WhatIf' -Because $command.Name }
    }
}

Describe 'Redirected input' {
    It 'answers no question' {
        $script = "Import-Module '$modulePath'; Connect-ConvProvider Twilio -Sandbox
            try { Get-ConvConversation -First 1 | Remove-ConvConversation } catch { 'ended ' + `$_.FullyQualifiedErrorId }
            'deletes ' + @((Get-ConvConnection).Sandbox.Requests | Where-Object Method -EQ DELETE).Count"
        $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path)
        if ([IO.Path]::GetFileNameWithoutExtension($start.FileName) -eq 'dotnet') { $start.ArgumentList.Add((Join-Path $PSHOME 'pwsh.dll')) }
        foreach ($argument in '-NoProfile', '-Command', $script) { $start.ArgumentList.Add($argument) }
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
        $process = [System.Diagnostics.Process]::Start($start)
        try {
            $process.StandardInput.Write("`n`n`n")
            $process.StandardInput.Close()
            $said = $process.StandardOutput.ReadToEnd()
            $said | Should -BeLike '*ended CannotAsk,*deletes 0*'
        }
        finally { $process.Dispose() }
    }

    It 'is not needed by what the errors told to pass' {
        $said = Invoke-Unattended @'
Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 60 }
Get-ConvConversation -State active -First 1 | Set-ConvConversation -State closed -Force -Confirm:$false | ForEach-Object State
Get-ConvConversation -State active -First 1 | Set-ConvConversation -State inactive | ForEach-Object State
Get-ConvConversation -First 1 | Remove-ConvConversation -Confirm:$false -PassThru | ForEach-Object { "conversation $($_.Status)" }
Get-ConvService -First 1 | Remove-ConvService -Force -Confirm:$false -PassThru | ForEach-Object { "service $($_.Status)" }
'@
        $said | Should -BeLike '*closed*inactive*conversation Removed*service Removed*'
    }
}
