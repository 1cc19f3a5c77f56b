BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    $canary = 'c4n4ry' + 'd' * 26
    $key = 'app_' + 'a' * 24
    $token = "eyJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6ImFwcCJ9.$canary"
    $basic = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("${key}:$canary"))

    function ConvertTo-Secure([string] $Text) { [System.Net.NetworkCredential]::new('', $Text).SecurePassword }

    # The preference rather than -Debug, which asks after every message.
    $DebugPreference = 'Continue'
    $VerbosePreference = 'Continue'

    # Everything that a person could see of a run: each stream, the errors to their depth, the connection, and JSON of all of it.
    function Get-Everything([scriptblock] $Run) {
        $ErrorActionPreference = 'Continue'
        $seen = & {
            try { & $Run } catch { $_ }
            Test-ConvConnection
        } *>&1
        $connection = Get-ConvConnection Canary
        @($seen | Where-Object { $_ -is [System.Management.Automation.DebugRecord] }).Count | Should -BeGreaterThan 0
        $seen | Out-String -Width 500
        $seen | Format-List * -Force | Out-String -Width 500
        $Error | Format-List * -Force | Out-String -Width 500
        $Error | ForEach-Object { $_.Exception | Format-List * -Force; "$($_.Exception)"; $_.Exception.InnerException | Format-List * -Force } | Out-String -Width 500
        $connection | Format-List * -Force | Out-String -Width 500
        "$connection"
        $connection | ConvertTo-Json -Depth 5 -WarningAction SilentlyContinue
        $connection | ConvertTo-Csv | Out-String
    }

    function Assert-Silent([string] $Everything) {
        $Everything.Contains($canary) | Should -BeFalse
        $Everything.Contains($basic) | Should -BeFalse
        # Telnyx's own message names the header.
        $Everything | Should -Not -Match 'Authorization\W+(Basic|Bearer)'
    }
}

AfterAll { Close-Connection }

Describe 'The secret of <Shown> is shown nowhere' -ForEach @(
    @{
        Shown = 'Telnyx'; Refusal = '10009'; Path = 'TelnyxUri'
        Connect = { param($Address) Connect-ConvProvider Telnyx -ApiKey (ConvertTo-Secure $canary) -BaseUri $Address -Name Canary -MaxRetry 1 }
        Run = { Get-TelnyxConversation; Remove-TelnyxConversation ([guid]::Empty) -Confirm:$false -PassThru; New-TelnyxConversation x }
    }
    @{
        Shown = 'a key of Sunshine'; Refusal = 'unauthorized'; Path = 'SunshineUri'
        Connect = { param($Address) Connect-ConvProvider Sunshine -Credential (ConvertTo-Credential $key $canary) -BaseUri $Address -AppId ('a' * 24) -Name Canary -MaxRetry 1 }
        Run = { Get-SunshineConversation -UserId u; Remove-SunshineConversation ('a' * 24) -Confirm:$false -PassThru; New-SunshineConversation sdkGroup }
    }
    @{
        Shown = 'a token of Sunshine'; Refusal = 'unauthorized'; Path = 'SunshineUri'
        Connect = { param($Address) Connect-ConvProvider Sunshine -Token (ConvertTo-Secure $token) -BaseUri $Address -AppId ('a' * 24) -Name Canary -MaxRetry 1 }
        Run = { Get-SunshineConversation -UserId u; Remove-SunshineConversation ('a' * 24) -Confirm:$false -PassThru; New-SunshineConversation sdkGroup }
    }
) {
    BeforeEach { $Error.Clear() }
    AfterEach { Close-Connection }

    It 'when nobody can be reached' {
        & $Connect (Get-ClosedAddress)
        $everything = Get-Everything $Run 2>$null | Out-String -Width 500
        $everything | Should -BeLike '*could not be reached*'
        Assert-Silent $everything
    }

    It 'when the provider refuses it' {
        $server = Open-SocketSandbox
        if (-not $server) { Set-ItResult -Skipped -Because 'conv is not built'; return }
        try {
            & $Connect $server[$Path]
            $everything = Get-Everything $Run 2>$null | Out-String -Width 500
            $everything | Should -BeLike "*$Refusal*"
            Assert-Silent $everything
        }
        finally { Close-SocketSandbox $server }
    }
}

Describe 'What a provider is sent' {
    AfterEach { Close-Connection }

    It 'is the scheme that it documents: <Scheme> for <Provider>' -ForEach @(
        @{ Provider = 'Twilio'; Scheme = 'Basic'; Command = 'Get-ProxySession -First 1' }
        @{ Provider = 'Telnyx'; Scheme = 'Bearer'; Command = 'Get-TelnyxConversation -First 1' }
        @{ Provider = 'Sunshine'; Scheme = 'Basic'; Command = 'Get-SunshineConversation -UserExternalId crm-1001 -First 1' }
    ) {
        Connect-ConvProvider $Provider -Sandbox -Name it -SandboxOption @{ Conversations = 20 }
        $null = . ([scriptblock]::Create($Command))
        (Get-Sent it)[0].Headers['Authorization'] | Should -Be $Scheme
        (Get-Sent it)[0].Status | Should -Be 200
    }

    It 'is not what a message about it shows' {
        foreach ($script in {
                Connect-ConvProvider Telnyx -ApiKey (ConvertTo-Secure "$canary ")
            }, {
                Connect-ConvProvider Sunshine -Token (ConvertTo-Secure $canary) -BaseUri https://example.zendesk.com/sc
            }, {
                Connect-ConvProvider Sunshine -Credential (ConvertTo-Credential 'a:b' $canary) -BaseUri https://example.zendesk.com/sc
            }) {
            $thrown = Get-EndOf $script
            $thrown.FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
            Assert-Silent ($thrown | Format-List * -Force | Out-String -Width 500)
        }
    }
}
