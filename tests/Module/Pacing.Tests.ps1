BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    $account = 'AC' + 'a' * 32
    $variables = 'TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TELNYX_API_KEY'

    function Connect-Account([hashtable] $More = @{}) {
        Connect-ConvProvider -Provider Twilio -Credential (ConvertTo-Credential $account ('e' * 32)) -PassThru @More
    }

    function Get-Target([int] $Count) { 1..$Count | ForEach-Object { 'CH{0:x32}' -f $_ } }

    # The most requests that arrived in less than a second.
    function Get-MostInASecond($Requests) {
        $times = @($Requests.Received)
        ($times | ForEach-Object { $first = $_; @($times | Where-Object { $_ -ge $first -and $_ -lt $first.AddSeconds(1) }).Count } | Measure-Object -Maximum).Maximum
    }
}

AfterAll { Close-Connection }

Describe 'The limits of a connection' {
    AfterEach { Close-Connection }

    It 'are the provider''s own by default' {
        (Connect-Account).ActionsPerSecond | Should -Be 29
        (Connect-Account).MaxConcurrency | Should -Be 64
        (Connect-ConvProvider Telnyx -ApiKey (ConvertTo-Secret 'KEY0') -PassThru).ActionsPerSecond | Should -BeNullOrEmpty
    }

    It 'are what is given' {
        $connection = Connect-Account @{ ActionsPerSecond = 7.5; MaxConcurrency = 3 }
        $connection.ActionsPerSecond | Should -Be 7.5
        $connection.MaxConcurrency | Should -Be 3
        $shown = Get-ConvConnection | Format-List | Out-String
        $shown | Should -Match 'ActionsPerSecond\s+: 7.5'
        $shown | Should -Match 'MaxConcurrency\s+: 3'
    }

    It 'are none in a sandbox without a limit, and the provider''s in one with' {
        (Connect-TestSandbox).ActionsPerSecond | Should -Be 0
        (Connect-TestSandbox @{ WriteLimitPerSecond = 30 }).ActionsPerSecond | Should -Be 29
        $given = Connect-ConvProvider -Sandbox -ActionsPerSecond 5 -MaxConcurrency 2 -SandboxOption @{ Conversations = 10 } -PassThru
        $given.ActionsPerSecond | Should -Be 5, 5, 5
        $given.MaxConcurrency | Should -Be 2, 2, 2
    }

    It 'refuses -<Name> <Value>' -ForEach @(
        @{ Name = 'ActionsPerSecond'; Value = -1 }
        @{ Name = 'ActionsPerSecond'; Value = 0.001 }
        @{ Name = 'ActionsPerSecond'; Value = 1001 }
        @{ Name = 'ActionsPerSecond'; Value = [double]::NaN }
        @{ Name = 'ActionsPerSecond'; Value = '' }
        @{ Name = 'ActionsPerSecond'; Value = '1,5' }
        @{ Name = 'ActionsPerSecond'; Value = $true }
        @{ Name = 'ActionsPerSecond'; Value = $null }
        @{ Name = 'MaxConcurrency'; Value = 0 }
        @{ Name = 'MaxConcurrency'; Value = 65 }
        @{ Name = 'MaxConcurrency'; Value = 1.5 }
        @{ Name = 'MaxConcurrency'; Value = '' }
    ) {
        $refused = Get-EndOf { Connect-Account @{ $Name = $Value } }
        $refused.Exception.Message | Should -BeLike "*$Name*"
        Get-ConvConnection | Should -BeNullOrEmpty
    }

    It 'keeps -MaxConcurrency whatever -ThrottleLimit is' {
        $null = Connect-ConvProvider Twilio -Sandbox -MaxConcurrency 3 -SandboxOption @{ Conversations = 10; Latency = '00:00:00.05' }
        Get-Target 20 | Remove-ConvConversation -Confirm:$false -ThrottleLimit 20
        (Get-ConvConnection).Sandbox.MaxConcurrent | Should -Be 3
    }
}

Describe 'A paced run' {
    AfterEach { Close-Connection }

    It 'keeps -ActionsPerSecond, also when two pipelines share the connection' {
        $connection = Connect-ConvProvider Twilio -Sandbox -ActionsPerSecond 10 -SandboxOption @{ Conversations = 10 } -PassThru
        $targets = Get-Target 30
        $modulePath = $modulePath
        0..1 | ForEach-Object -Parallel {
            Import-Module $using:modulePath
            ($using:targets)[(15 * $_)..(15 * $_ + 14)] | Remove-ConvConversation -Confirm:$false -Connection $using:connection
        }
        $deletes = @($connection.Sandbox.Requests | Where-Object Method -EQ DELETE)
        $deletes.Count | Should -Be 30
        Get-MostInASecond $deletes | Should -BeLessOrEqual 11
    }

    It 'meets the limit of the provider, and says with -Verbose what it keeps to' {
        $connection = Connect-TestSandbox @{ WriteLimitPerSecond = 30 }
        $written = Get-Target 75 | Remove-ConvConversation -Confirm:$false -ThrottleLimit 20 -Verbose -WarningAction SilentlyContinue 4>&1

        # Without a pace it would be dozens. A machine that is busy with other things may still hold one back until it comes with the next.
        @($connection.Sandbox.Requests | Where-Object Status -EQ 429).Count | Should -BeLessOrEqual 1
        $lines = @($written | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object Message)
        @($lines -like "Twilio: paced at 29/s: service $($connection.ServiceSid).").Count | Should -Be 1
    }

    It 'says with -Verbose that it was cut, and finds a lower limit' {
        $connection = Connect-TestSandbox @{ WriteLimitPerSecond = 8 }
        $written = Get-Target 30 | Remove-ConvConversation -Confirm:$false -ThrottleLimit 20 -PassThru -Verbose -WarningAction SilentlyContinue 4>&1
        @($written | Where-Object Status -EQ AlreadyGone).Count | Should -Be 30
        @($written | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -and $_.Message -like 'Twilio: too many actions a second; paced at *' }) |
            Should -Not -BeNullOrEmpty
        @($connection.Sandbox.Requests | Where-Object Status -EQ 429).Count | Should -BeLessOrEqual 15
    }

    It 'shows the pace in its progress' {
        $null = Connect-ConvProvider Twilio -Sandbox -ActionsPerSecond 10 -SandboxOption @{ Conversations = 10 }
        $shell = [powershell]::Create([System.Management.Automation.RunspaceMode]::CurrentRunspace)
        $null = $shell.AddScript({ param($targets) $ProgressPreference = 'Continue'; $targets | Remove-ConvConversation -Confirm:$false }).AddArgument((Get-Target 25))
        $null = $shell.Invoke()
        @($shell.Streams.Progress.StatusDescription -like '*, paced at 10/s') | Should -Not -BeNullOrEmpty
        $shell.Dispose()
    }

    It 'begins nothing that waited for its turn when the run ends early, and says so' {
        $connection = Connect-ConvProvider Twilio -Sandbox -ActionsPerSecond 2 -SandboxOption @{ Conversations = 10; FailWith = 20403; FailStatus = 403; FailOn = 'Deletes' } -PassThru
        $outcomes = [System.Collections.Generic.List[object]]::new()
        $null = Get-EndOf {
            Get-Target 8 | Remove-ConvConversation -Confirm:$false -ThrottleLimit 4 -PassThru -MaxError 2 -WarningAction SilentlyContinue | ForEach-Object { $outcomes.Add($_) }
        }
        @($connection.Sandbox.Requests | Where-Object Method -EQ DELETE).Count | Should -Be 2
        @($outcomes | Where-Object Status -EQ Failed).Count | Should -Be 2
        @($outcomes | Where-Object Status -EQ Skipped).Count | Should -Be 6
    }
}
