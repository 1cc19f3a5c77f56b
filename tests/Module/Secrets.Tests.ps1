BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    $canary = 'c4n4ry' + 'd' * 26
    $account = 'AC' + 'a' * 32
    $basic = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("${account}:$canary"))

    function Connect-Canary([string] $BaseUri) {
        Connect-ConvProvider -Provider Twilio -Credential (ConvertTo-Credential $account $canary) -BaseUri $BaseUri -ServiceSid $absentService -Name Canary -MaxRetry 1
    }

    # The preference rather than -Debug, which asks after every message.
    $DebugPreference = 'Continue'
    $VerbosePreference = 'Continue'

    # Everything that a person could see of a run: each stream, the errors to their depth, the connection, and JSON of all of it.
    function Get-Everything {
        $ErrorActionPreference = 'Continue'
        $seen = & {
            Get-ConvConversation
            Remove-ConvConversation $absentConversation -Confirm:$false -PassThru
            New-ConvConversation -FriendlyName x
            Test-ConvConnection
        } *>&1
        $connection = Get-ConvConnection Canary
        @($seen | Where-Object { $_ -is [System.Management.Automation.DebugRecord] }).Count | Should -BeGreaterThan 0
        $seen | Out-String -Width 500
        $seen | Format-List * -Force | Out-String -Width 500
        $Error | Format-List * -Force | Out-String -Width 500
        $Error | ForEach-Object { $_.Exception | Format-List * -Force; "$($_.Exception)" } | Out-String -Width 500
        $Error | ForEach-Object { $_.Exception.InnerException | Format-List * -Force } | Out-String -Width 500
        $connection | Format-List * -Force | Out-String -Width 500
        "$connection"
        $connection | ConvertTo-Json -Depth 5 -WarningAction SilentlyContinue
        $connection | ConvertTo-Csv | Out-String
        $Error | ForEach-Object { $_.Exception } | Select-Object Message, ErrorId, Advice, MoreInfo, Data | ConvertTo-Json -Depth 4 -WarningAction SilentlyContinue
        $seen | Where-Object { $_ -is [ConversationsAdmin.RemovalOutcome] } | ConvertTo-Json -Depth 3 -WarningAction SilentlyContinue
    }

    function Assert-Silent([string] $Everything) {
        $Everything.Contains($canary) | Should -BeFalse
        $Everything.Contains($basic) | Should -BeFalse
        $Everything.Contains('Authorization') | Should -BeFalse
    }
}

AfterAll { Close-Connection }

Describe 'The secret is shown nowhere' {
    BeforeEach { $Error.Clear() }

    It 'when nobody can be reached' {
        Connect-Canary (Get-ClosedAddress)
        $everything = Get-Everything 2>$null | Out-String -Width 500
        $everything | Should -BeLike '*could not be reached*'
        Assert-Silent $everything
    }

    It 'when the provider refuses it' {
        $server = Open-SocketSandbox
        if (-not $server) { Set-ItResult -Skipped -Because 'conv is not built'; return }
        try {
            Connect-Canary $server.BaseUri
            $everything = & {
                try { Get-ConvConversation *>&1 } catch { $_ }
                try { Remove-ConvConversation $absentConversation -Confirm:$false -PassThru *>&1 } catch { $_ }
                $Error | Format-List * -Force
                $Error | ForEach-Object { $_.Exception | Format-List * -Force }
                Get-ConvConnection Canary | Format-List * -Force
            } | Out-String -Width 500
            $everything | Should -BeLike '*20003*'
            Assert-Silent $everything
        }
        finally { Close-SocketSandbox $server }
    }

    It 'in the sandbox record, which keeps the scheme only' {
        $null = Connect-TestSandbox
        $null = Get-ConvService
        (Get-Sent)[0].Headers['Authorization'] | Should -Be 'Basic'
    }

    It 'when the credential is not what it should be' {
        $thrown = Get-EndOf { Connect-ConvProvider -Provider Twilio -Credential (ConvertTo-Credential 'somebody' $canary) }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        Assert-Silent ($thrown | Format-List * -Force | Out-String -Width 500)
    }
}
