BeforeDiscovery {
    $create = 'New-SunshineConversation sdkGroup -DisplayName one'
    $rules = @(
        @{ Code = 'conversation_not_found'; Status = 404; Command = 'Get-SunshineConversation $absent'; Target = '$absent'; Advice = 'Get-SunshineConversation -UserId' }
        @{ Code = 'conversation_not_found'; Status = 404; Command = 'Set-SunshineConversation $absent -DisplayName one'; Target = '$absent'; Advice = 'app' }
        @{ Code = 'app_not_found'; Status = 404; Command = 'Get-SunshineConversation $absent -AppId $absent'; Target = '$absent'; Advice = '-AppId' }
        @{ Code = 'app_not_found'; Status = 404; Command = "$create -AppId `$absent"; Target = '"one"'; Advice = '-BaseUri' }
        @{ Code = 'user_not_found'; Status = 404; Command = 'Get-SunshineConversation -UserId nobody'; Target = '$app'; Advice = 'external id' }
        @{ Code = 'user_not_found'; Status = 404; Command = 'New-SunshineConversation personal @{ userExternalId = "nobody" } -DisplayName one'; Target = '"one"'; Advice = 'this app' }
        @{ Code = 'too_many_requests'; Status = 429; Option = @{ ThrottleShare = 1 }; Command = 'Get-SunshineConversation $absent'; Target = '$absent'; Advice = '-ThrottleLimit' }
        @{ Code = 'internal_server_error'; Status = 500; Option = @{ ServerErrorShare = 1 }; Command = 'Get-SunshineConversation $absent'; Target = '$absent'; Advice = 'later' }
    ) | ForEach-Object { $_ + @{ How = 'by rule' } }

    $planned = @(
        @{ Code = 'bad_request'; Status = 400; Command = $create; Target = '"one"'; Advice = 'parameter' }
        @{ Code = 'unauthorized'; Status = 401; Command = 'Get-SunshineConversation $absent'; Target = '$absent'; Advice = 'secret' }
        @{ Code = 'payment_required'; Status = 402; Command = $create; Target = '"one"'; Advice = 'Suite Professional' }
        @{ Code = 'forbidden'; Status = 403; Command = 'Remove-SunshineConversation $absent -Confirm:$false'; Target = '$absent'; Advice = 'key' }
        @{ Code = 'not_found'; Status = 404; Command = 'Get-SunshineConversation $absent'; Target = '$absent'; Advice = 'Check' }
        @{ Code = 'conflict'; Status = 409; Command = 'Set-SunshineConversation $absent -DisplayName one'; Target = '$absent'; Advice = 'try again' }
        @{ Code = 'locked'; Status = 423; Command = 'Set-SunshineConversation $absent -DisplayName one'; Target = '$absent'; Advice = '30,000' }
    ) | ForEach-Object { $_ + @{ How = 'as planned'; Option = @{ FailWith = $_.Code; FailStatus = $_.Status } } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Refusals.ps1"

    $absent = '0' * 24
    $other = '1' * 24
}

AfterAll { Close-Connection }

Describe 'A refusal of Sunshine' {
    It '<Code> <How> is an error of <Command> with its category, its input and what to do' -ForEach ($rules + $planned) {
        $app = (Open-ProviderSandbox Sunshine ($Option ?? @{})).AppId
        $null = Assert-Refusal (Get-ErrorOf ([scriptblock]::Create($Command))) Sunshine $Code $Status (. ([scriptblock]::Create($Target))) $Advice
    }

    It 'ends the command when the credentials are refused, and is one item''s otherwise' {
        $null = Open-ProviderSandbox Sunshine @{ FailWith = 'unauthorized' }
        (Get-EndOf { $absent, $other | Remove-SunshineConversation -Confirm:$false -ThrottleLimit 1 }).FullyQualifiedErrorId | Should -BeLike 'Sunshine.unauthorized,*'
        @(Get-Sent Sandbox-Sunshine).Count | Should -Be 1

        $null = Open-ProviderSandbox Sunshine @{ FailWith = 'forbidden' }
        Get-EndOf { $absent, $other | Remove-SunshineConversation -Confirm:$false -ThrottleLimit 1 } | Should -BeNullOrEmpty
        @(Get-Sent Sandbox-Sunshine).Count | Should -Be 2
    }

    It 'asks for the time that the provider asks for' {
        $null = Open-ProviderSandbox Sunshine @{ ThrottleShare = 1; RetryAfter = 'PT7S' }
        $found = Get-ErrorOf { Get-SunshineConversation $absent }
        $found.Exception.RetryAfter | Should -Be ([timespan]::FromSeconds(7))
        $found.Exception.Message | Should -BeLike '*wait 7 s*'
    }
}
