BeforeDiscovery {
    $order = 'New-ProxySession -UniqueName order'
    $rules = @(
        @{ Code = 80603; Status = 400; Arrange = "`$null = $order"; Command = $order; Target = '"order"'; Advice = 'another unique name' }
        @{ Code = 80308; Status = 404; Command = 'Get-ProxySession -UniqueName nobody'; Target = '"nobody"'; Advice = 'Get-ProxySession lists' }
        @{ Code = 80103; Status = 400; Command = 'New-ProxySession -Participant $ada, ($ada + @{ FriendlyName = "Ada" })'; Target = '$service'; Advice = 'Identifier once' }
        # The pool has eight numbers.
        @{ Code = 80206; Status = 400; Arrange = '1..8 | ForEach-Object { $null = New-ProxySession -Participant $ada }'
            Command = 'New-ProxySession -Participant $ada'; Target = '$service'; Advice = 'Add a number' }
        @{ Code = 80604; Status = 400; Arrange = '$null = New-ProxySession -Participant $paired'
            Command = 'New-ProxySession -Participant $paired -FailOnParticipantConflict $true'; Target = '$service'; Advice = 'Close the other session' }
        @{ Code = 80904; Status = 400; Arrange = '
            $sid = (New-ProxySession -DateExpiry 2026-01-01T00:00:00Z).SessionSid'
            Command = 'Set-ProxySession $sid -Ttl 1'; Target = '$sid'; Advice = 'later -DateExpiry' }
        @{ Code = 80607; Status = 400; Arrange = '$sid = (New-ProxySession -Status closed).SessionSid'
            Command = 'Set-ProxySession $sid -Ttl 60'; Target = '$sid'; Advice = 'open it again' }
        @{ Code = 80608; Status = 400; Arrange = '$sid = (New-ProxySession -Status failed).SessionSid'
            Command = 'Set-ProxySession $sid -Status closed'; Target = '$sid'; Advice = '-Status in-progress' }
        @{ Code = 80605; Status = 400; Command = 'New-ProxySession -Participant @{ Identifier = $ada.Identifier; ProxyIdentifier = "+19999999999" }'
            Target = '$service'; Advice = 'leave it out' }
        @{ Code = 20404; Status = 404; Command = 'Get-ProxySession $absent'; Target = '$absent'; Advice = 'identifier' }
        @{ Code = 20429; Status = 429; Option = @{ ThrottleShare = 1 }; Command = 'Get-ProxySession $absent'; Target = '$absent'; Advice = '-ThrottleLimit' }
        @{ Code = 20500; Status = 500; Option = @{ ServerErrorShare = 1 }; Command = 'Get-ProxySession $absent'; Target = '$absent'; Advice = 'later' }
    ) | ForEach-Object { $_ + @{ How = 'by rule' } }

    # The module refuses a third participant itself; the others need two requests at the very same moment.
    $planned = @(
        @{ Code = 80609; Status = 400; Command = 'New-ProxySession -Participant $ada'; Target = '$service'; Advice = 'at most two' }
        @{ Code = 80623; Status = 409; Command = 'New-ProxySession -Participant $ada'; Target = '$service'; Advice = 'Get-ProxySession' }
        @{ Code = 80801; Status = 400; Command = 'Set-ProxySession $absent -Status in-progress -FailOnParticipantConflict $true'; Target = '$absent'; Advice = '-FailOnParticipantConflict' }
        @{ Code = 20003; Status = 401; Command = 'Get-ProxySession $absent'; Target = '$absent'; Advice = 'token' }
        @{ Code = 70051; Status = 403; Command = 'Remove-ProxySession $absent -Confirm:$false'; Target = '$absent'; Advice = 'permission' }
    ) | ForEach-Object { $_ + @{ How = 'as planned'; Option = @{ FailWith = $_.Code } } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Refusals.ps1"

    $absent = 'KC' + '0' * 32
    $other = 'KC' + '1' * 32
    $ada = @{ Identifier = '+15558675310' }
    $paired = $ada + @{ ProxyIdentifier = '+15005550100' }
}

AfterAll { Close-Connection }

Describe 'A refusal of Twilio Proxy' {
    It '<Code> <How> is an error with its code, its category, its input and what to do' -ForEach ($rules + $planned) {
        $service = (Open-ProviderSandbox Twilio ($Option ?? @{})).ProxyServiceSid
        if ($Arrange) { . ([scriptblock]::Create($Arrange)) }
        $found = Get-ErrorOf ([scriptblock]::Create($Command))
        $exception = Assert-Refusal $found Twilio $Code $Status (. ([scriptblock]::Create($Target))) $Advice
        $exception.RequestId | Should -Match '^RQ[0-9a-f]{32}$'
        $exception.MoreInfo | Should -BeLike "https://*/$Code"
    }

    It 'comes before any request where a participant is given twice, or a third one' {
        $null = Open-ProviderSandbox Twilio
        (Get-EndOf { New-ProxySession -Participant $ada, $ada }).Exception.Message | Should -BeLike '-Participant*twice*'
        (Get-EndOf { New-ProxySession -Participant $ada, $paired, @{ Identifier = '+15558675311' } }).Exception.Message | Should -BeLike '-Participant*at most 2*'
        @(Get-Sent).Count | Should -Be 0
    }

    It 'ends the command when the credentials are refused, and is one item''s otherwise' {
        $null = Open-ProviderSandbox Twilio @{ FailWith = 20003 }
        (Get-EndOf { $absent, $other | Remove-ProxySession -Confirm:$false -ThrottleLimit 1 }).FullyQualifiedErrorId | Should -BeLike 'Twilio.20003,*'
        @(Get-Sent).Count | Should -Be 1

        $null = Open-ProviderSandbox Twilio @{ FailWith = 70051 }
        Get-EndOf { $absent, $other | Remove-ProxySession -Confirm:$false -ThrottleLimit 1 } | Should -BeNullOrEmpty
        @(Get-Sent).Count | Should -Be 2
    }
}
