BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    function Assert-NothingWritten { @(Get-Sent | Where-Object Method -NE 'GET').Count | Should -Be 0 }
}

AfterAll { Close-Connection }

Describe 'Where nobody can be asked' {
    It '<Command> is an error that names <Answer>, and writes nothing' -ForEach @(
        @{ Command = 'Remove-ConvConversation'; Get = 'Get-ConvConversation -First 1'; Answer = '-Confirm:$false' }
        @{ Command = 'Remove-ConvParticipant'; Get = 'Get-ConvConversation -First 9 | Get-ConvParticipant | Select-Object -First 1'; Answer = '-Confirm:$false' }
        @{ Command = 'Remove-ConvService'; Get = 'Get-ConvService -First 1'; Answer = '-Confirm:$false' }
        @{ Command = 'Remove-ConvService -Confirm:$false'; Get = 'Get-ConvService -First 1'; Answer = '-Force' }
        @{ Command = 'Set-ConvConversation -State closed -Confirm:$false'; Get = 'Get-ConvConversation -State active -First 1'; Answer = '-Force' }
        @{ Command = 'Set-ConvConversation -State closed'; Get = 'Get-ConvConversation -State active -First 1'; Answer = '-Force' }
    ) {
        $said = Invoke-Unattended @"
Connect-ConvProvider -Sandbox -SandboxOption @{ Conversations = 60 }
try { $Get | $Command; 'NO ERROR' } catch { `$_.FullyQualifiedErrorId; `$_.Exception.Message }
'writes: ' + @((Get-ConvConnection).Sandbox.Requests | Where-Object Method -NE 'GET').Count
"@
        $said | Should -BeLike '*CannotAsk,*'
        $said.Replace("`n", ' ') | Should -BeLike "*$Answer*"
        $said | Should -BeLike '*writes: 0*'
    }

    It 'goes on with what the errors told to pass' {
        $said = Invoke-Unattended @'
Connect-ConvProvider -Sandbox -SandboxOption @{ Conversations = 60 }
Get-ConvConversation -State active -First 1 | Set-ConvConversation -State closed -Force -Confirm:$false | ForEach-Object State
Get-ConvConversation -First 1 | Remove-ConvConversation -Confirm:$false -PassThru | ForEach-Object { "conversation $($_.Status)" }
Get-ConvService -First 1 | Remove-ConvService -Force -Confirm:$false -PassThru | ForEach-Object { "service $($_.Status)" }
'@
        $said | Should -BeLike '*closed*conversation Removed*service Removed*'
    }
}

Describe '-Force' {
    BeforeEach {
        $null = Connect-TestSandbox
        $service = Get-ConvService -First 1
        $conversation = Get-ConvConversation -State active -First 1
        Clear-Sent
    }

    It 'does not beat -WhatIf' {
        $service | Remove-ConvService -Force -WhatIf
        $conversation | Set-ConvConversation -State closed -Force -WhatIf
        Assert-NothingWritten
    }

    It 'does not beat an inherited $WhatIfPreference' {
        & {
            $WhatIfPreference = $true
            $service | Remove-ConvService -Force
            $conversation | Set-ConvConversation -State closed -Force
            $conversation | Remove-ConvConversation -Confirm:$false
            $conversation | Add-ConvParticipant -Identity bob
            New-ConvService -FriendlyName x
            New-ConvConversation -FriendlyName x
        }
        Assert-NothingWritten
    }
}

Describe '-WhatIf' {
    It 'sends no write for <_>' -ForEach @(
        'New-ConvService x'
        'New-ConvConversation -FriendlyName x'
        'Get-ConvConversation -First 1 | Set-ConvConversation -FriendlyName x'
        'Get-ConvConversation -First 1 | Add-ConvParticipant -Identity bob'
        'Get-ConvConversation -First 9 | Get-ConvParticipant | Set-ConvParticipant -Attributes "{}"'
        'Get-ConvConversation -First 9 | Get-ConvParticipant | Remove-ConvParticipant'
        'Get-ConvConversation -First 9 | Remove-ConvConversation'
        'Get-ConvService | Remove-ConvService'
    ) {
        $null = Connect-TestSandbox
        $output = & ([scriptblock]::Create("$_ -WhatIf"))
        $output | Should -BeNullOrEmpty
        Assert-NothingWritten
    }
}

Describe 'An update' {
    BeforeEach {
        $null = Connect-TestSandbox
        $conversation = Get-ConvConversation -State active -First 1
        Clear-Sent
    }

    It 'without anything to change is refused' {
        (Get-EndOf { $conversation | Set-ConvConversation -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'NothingToChange,*'
        (Get-EndOf { $conversation | Set-ConvConversation -WebhookEnabled $true }).FullyQualifiedErrorId | Should -BeLike 'NothingToChange,*'
        @(Get-Sent).Count | Should -Be 0
    }

    It 'that does not close needs no -Force' {
        ($conversation | Set-ConvConversation -State inactive -Confirm:$false).State | Should -Be 'inactive'
    }
}
