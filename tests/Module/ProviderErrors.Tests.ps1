BeforeDiscovery {
    # Every code of Conversations that a user is likely to meet, with a command that meets it.
    # Rule: the sandbox refuses for the reason that Twilio documents. Planned: it is told to with FailWith, because the
    # module refuses such a request itself, or because the sandbox cannot get there.
    $rules = @(
        @{ Code = 20001; Status = 400; Command = 'Set-ConvConversation $sid -State archived'; Target = '$sid'; Advice = 'parameter' }
        @{ Code = 20404; Status = 404; Command = 'Get-ConvConversation $absentConversation'; Target = '$absentConversation'; Advice = 'identifier' }
        @{ Code = 20429; Status = 429; Option = @{ ThrottleShare = 1 }; Command = 'Get-ConvConversation $absentConversation'; Target = '$absentConversation'; Advice = '-ThrottleLimit' }
        @{ Code = 20500; Status = 500; Option = @{ ServerErrorShare = 1 }; Command = 'Get-ConvConversation $absentConversation'; Target = '$absentConversation'; Advice = 'later' }
        @{ Code = 50063; Status = 429; Option = @{ WriteLimitPerSecond = 1; Now = '2026-06-15T12:00:00Z' }; Command = 'New-ConvConversation'; Target = '$service'; Advice = '-ThrottleLimit' }
        @{ Code = 50074; Status = 429; Option = @{ WriteLimitPerSecond = 1; Now = '2026-06-15T12:00:00Z' }; Arrange = '$null = Set-ConvConversation $sid -FriendlyName x'; Command = 'Set-ConvConversation $sid -FriendlyName y'; Target = '$sid'; Advice = '-ThrottleLimit' }
        @{ Code = 50353; Status = 409; Arrange = '$null = New-ConvConversation -UniqueName order'; Command = 'New-ConvConversation -UniqueName order'; Target = '$service'; Advice = 'another unique name' }
        @{ Code = 50004; Status = 400; Command = 'New-ConvConversation -UniqueName ("x" * 257)'; Target = '$service'; Advice = '-UniqueName' }
        @{ Code = 50377; Status = 400; Arrange = '$null = Set-ConvConversation $sid -State closed -Force'; Command = 'Set-ConvConversation $sid -FriendlyName x'; Target = '$sid'; Advice = 'make a new one' }
        @{ Code = 50386; Status = 400; Arrange = '$sid = (New-ConvConversation -State initializing).ConversationSid'; Command = 'Set-ConvConversation $sid -FriendlyName x'; Target = '$sid'; Advice = 'wait' }
        @{ Code = 50416; Status = 409; Arrange = '$null = Add-ConvParticipant $sid @pair'; Command = 'Add-ConvParticipant $other @pair'; Target = '$other'; Advice = 'Remove the participant from conversation CH' }
        @{ Code = 50433; Status = 409; Arrange = '$null = Add-ConvParticipant $sid -Identity ada'; Command = 'Add-ConvParticipant $sid -Identity ada'; Target = '$sid'; Advice = 'nothing is left' }
        @{ Code = 50437; Status = 409; Arrange = '$null = Add-ConvParticipant $sid -MessagingBindingAddress $address'; Command = 'Add-ConvParticipant $sid -MessagingBindingAddress $address'; Target = '$sid'; Advice = 'nothing is left' }
        @{ Code = 50438; Status = 409; Arrange = '
            foreach ($number in "+15550000001", "+15550000002", "+15550000003") { $null = Add-ConvParticipant $sid -MessagingBindingAddress $number }
            foreach ($number in "+15550000001", "+15550000002") { $null = Add-ConvParticipant $other -MessagingBindingAddress $number }'
            Command = 'Add-ConvParticipant $other -MessagingBindingAddress +15550000003'; Target = '$other'; Advice = 'use that one' }
        @{ Code = 50408; Status = 400; Command = 'Add-ConvParticipant $sid -MessagingBindingAddress $address -MessagingBindingProxyAddress ours'; Target = '$sid'; Advice = '-MessagingBindingProxyAddress in full' }
        @{ Code = 50412; Status = 400; Command = 'Add-ConvParticipant $sid -MessagingBindingAddress $address -MessagingBindingProxyAddress ""'; Target = '$sid'; Advice = '-MessagingBindingProxyAddress' }
        @{ Code = 50422; Status = 400; Arrange = '1..50 | ForEach-Object { $null = Add-ConvParticipant $sid -MessagingBindingAddress "+155500001$($_.ToString("00"))" -MessagingBindingProxyAddress +15017122661 }'
            Command = 'Add-ConvParticipant $sid @pair'; Target = '$sid'; Advice = 'another conversation' }
        @{ Code = 50417; Status = 400; Arrange = '1..1000 | ForEach-Object { $null = Add-ConvParticipant $sid -Identity "user-$_" }'
            Command = 'Add-ConvParticipant $sid -Identity ada'; Target = '$sid'; Advice = 'Remove-ConvParticipant' }
        @{ Code = 50214; Status = 400; Arrange = '$null = 1..1000 | ForEach-Object { New-ConvConversation } | Add-ConvParticipant -Identity ada'
            Command = 'Add-ConvParticipant $sid -Identity ada'; Target = '$sid'; Advice = '1,000' }
        @{ Code = 50441; Status = 400; Arrange = '$participant = Add-ConvParticipant $sid -Identity ada'; Command = '$participant | Set-ConvParticipant -MessagingBindingProxyAddress +15017122661'; Target = '$participant'; Advice = 'add it again' }
        @{ Code = 50200; Status = 404; Command = 'Get-ConvUserConversation -Identity nobody'; Target = '"nobody"'; Advice = 'Get-ConvUser' }
        @{ Code = 50201; Status = 409; Arrange = '$null = New-ConvUser ada'; Command = 'New-ConvUser ada'; Target = '$service'; Advice = 'Set-ConvUser' }
    ) | ForEach-Object { $_ + @{ How = 'by rule' } }

    $planned = @(
        @{ Code = 20003; Status = 401; Command = 'Get-ConvConversation $absentConversation'; Target = '$absentConversation'; Advice = 'token' }
        @{ Code = 21102; Status = 400; Command = 'New-ConvService Another'; Target = '"Another"'; Advice = 'Remove-ConvService' }
        @{ Code = 70051; Status = 403; Command = 'Remove-ConvConversation $absentConversation -Confirm:$false'; Target = '$absentConversation'; Advice = 'permission' }
        @{ Code = 50003; Status = 400; Command = 'New-ConvConversation -FriendlyName x'; Target = '$service'; Advice = '256' }
        @{ Code = 50303; Status = 400; Command = 'Set-ConvConversation $absentConversation -Attributes @{ a = 1 }'; Target = '$absentConversation'; Advice = '16 KB' }
        @{ Code = 50375; Status = 400; Command = 'Set-ConvConversation $absentConversation -TimersInactive PT1M'; Target = '$absentConversation'; Advice = 'PT1M' }
        @{ Code = 50376; Status = 400; Command = 'Set-ConvConversation $absentConversation -TimersClosed PT10M'; Target = '$absentConversation'; Advice = 'PT10M' }
        @{ Code = 50379; Status = 400; Command = 'Set-ConvConversation $absentConversation -TimersInactive PT1M'; Target = '$absentConversation'; Advice = '-TimersInactive' }
        @{ Code = 50380; Status = 400; Command = 'Set-ConvConversation $absentConversation -TimersClosed PT10M'; Target = '$absentConversation'; Advice = '-TimersClosed' }
        @{ Code = 50382; Status = 400; Command = 'New-ConvConversation -State active -TimersInactive PT1M'; Target = '$service'; Advice = '-State' }
        @{ Code = 50384; Status = 400; Command = 'New-ConvConversation -State active'; Target = '$service'; Advice = 'Set-ConvConversation -State closed' }
        @{ Code = 50385; Status = 400; Command = 'Get-ConvConversation'; Target = '$service'; Advice = '-Region' }
        @{ Code = 50372; Status = 400; Command = 'Set-ConvServiceWebhook -PreWebhookUrl https://example.com/hook'; Target = '$service'; Advice = '512' }
        @{ Code = 50425; Status = 409; Command = 'Add-ConvParticipant $absentConversation @pair'; Target = '$absentConversation'; Advice = 'Find-ConvParticipantBlocker' }
        @{ Code = 50430; Status = 403; Command = 'Get-ConvParticipant $absentConversation -Identity ada'; Target = '"ada"'; Advice = 'Add-ConvParticipant' }
        @{ Code = 50432; Status = 404; Command = 'Set-ConvParticipant $absentConversation $absentParticipant -Identity ada'; Target = '$absentParticipant'; Advice = 'Get-ConvParticipant' }
        @{ Code = 50206; Status = 400; Command = 'New-ConvUser ada'; Target = '$service'; Advice = '-Identity' }
    ) | ForEach-Object { $_ + @{ How = 'as planned'; Option = @{ FailWith = $_.Code } } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    $address = '+15558675310'
    $pair = @{ MessagingBindingAddress = $address; MessagingBindingProxyAddress = '+15017122661' }
    $category = @{
        400 = 'InvalidArgument'; 401 = 'AuthenticationError'; 403 = 'PermissionDenied'; 404 = 'ObjectNotFound'
        409 = 'ResourceExists'; 429 = 'LimitsExceeded'; 500 = 'ResourceUnavailable'
    }

    # What the module's cmdlets are called, and their parameters, so that no advice names what is not there.
    $cmdlets = Get-Command -Module ConversationsAdmin -CommandType Cmdlet
    $parameters = $cmdlets.Parameters.Keys | Sort-Object -Unique

    # Without retries, which would only wait for the same refusal.
    function Open-Sandbox([hashtable] $Option = @{}) {
        $all = @{ Conversations = 0 }
        foreach ($key in $Option.Keys) { $all[$key] = $Option[$key] }
        (Connect-ConvProvider Twilio -Sandbox -SandboxOption $all -MaxRetry 0 -PassThru).ServiceSid
    }
}

AfterAll { Close-Connection }

Describe 'A refusal of the provider' {
    It '<Code> <How> is an error with its code, its category, its input and what to do' -ForEach ($rules + $planned) {
        $service = Open-Sandbox ($Option ?? @{})
        if ($How -eq 'by rule' -and -not ($Option.Keys -match 'Share')) {
            $sid = (New-ConvConversation).ConversationSid
            # The write limit of a service is for its conversations together.
            if (-not $Option) { $other = (New-ConvConversation).ConversationSid }
        }
        if ($Arrange) { . ([scriptblock]::Create($Arrange)) }

        $found = @(Get-ErrorOf ([scriptblock]::Create($Command)))

        $found.Count | Should -Be 1
        $found[0].FullyQualifiedErrorId | Should -BeLike "Twilio.$Code,*"
        $found[0].CategoryInfo.Category | Should -Be $category[$Status]
        # The same object, or the same text: a type of the module's own in its place would be no input.
        $given = . ([scriptblock]::Create($Target))
        if ($given -is [string]) { $found[0].TargetObject | Should -BeOfType string }
        $found[0].TargetObject | Should -Be $given
        $exception = $found[0].Exception
        $exception.ErrorCode | Should -Be "$Code"
        $exception.StatusCode | Should -Be $Status
        $exception.ProviderMessage | Should -Not -BeNullOrEmpty
        $exception.RequestId | Should -Match '^RQ[0-9a-f]{32}$'
        $exception.MoreInfo | Should -BeLike "https://*/$Code"
        $exception.Message | Should -BeLike "*$Status*$Code*$([WildcardPattern]::Escape($exception.ProviderMessage.TrimEnd('.')))*$([WildcardPattern]::Escape($exception.Advice))"
        $exception.Advice | Should -BeLike "*$Advice*"
        $exception.ProviderMessage | Should -Not -BeLike "*$Advice*"
        foreach ($named in [regex]::Matches($exception.Advice, '[A-Z][a-z]+-Conv\w+').Value) { $cmdlets.Name | Should -Contain $named }
        foreach ($named in [regex]::Matches($exception.Advice, '(?<=(^|[ (])-)[A-Z]\w+').Value) { $parameters | Should -Contain $named }
    }

    It 'is about the object that was piped' {
        $null = Open-Sandbox @{ FailWith = 70051; FailOn = 'Writes'; FailFirst = 2; Conversations = 60 }
        $conversation = Get-ConvConversation -First 1
        $found = Get-ErrorOf { $conversation | Remove-ConvConversation -Confirm:$false; $conversation | Set-ConvConversation -FriendlyName x }
        $found.Count | Should -Be 2
        $found[0].TargetObject.ConversationSid | Should -Be $conversation.ConversationSid
        $found[1].TargetObject.ConversationSid | Should -Be $conversation.ConversationSid
    }

    It 'asks for the time that the provider asks for' {
        $null = Open-Sandbox @{ FailWith = 50063; RetryAfter = 'PT7S' }
        $found = Get-ErrorOf { New-ConvConversation }
        $found[0].Exception.RetryAfter | Should -Be ([timespan]::FromSeconds(7))
        $found[0].Exception.Message | Should -BeLike '*wait 7 s*'
    }
}

Describe 'A pair of addresses in use' {
    It 'names the conversation that holds it for <Shown>' -ForEach @(
        @{ Shown = 'adding'; Command = 'Add-ConvParticipant $other @pair' }
        @{ Shown = 'an update'; Command = '$free | Set-ConvParticipant -MessagingBindingProxyAddress +15017122661' }
    ) {
        $null = Open-Sandbox
        $holder, $other = 1..2 | ForEach-Object { (New-ConvConversation).ConversationSid }
        $null = Add-ConvParticipant $holder @pair
        $free = Add-ConvParticipant $other -MessagingBindingAddress $address -MessagingBindingProxyAddress '+15017122662'

        $found = Get-ErrorOf ([scriptblock]::Create($Command))
        $found[0].FullyQualifiedErrorId | Should -BeLike 'Twilio.50416,*'
        $found[0].Exception.BlockingConversationSid | Should -Be $holder
        $found[0].Exception.Message | Should -BeLike "*Remove the participant from conversation $holder (Find-ConvParticipantBlocker finds it for Remove-ConvParticipant), or close or remove that conversation."

        # What the message says helps.
        Set-ConvConversation $found[0].Exception.BlockingConversationSid -State closed -Force | Out-Null
        Get-ErrorOf ([scriptblock]::Create($Command)) | Should -BeNullOrEmpty
    }

    It 'says how to find the conversation when the provider does not name it' {
        $null = Open-Sandbox @{ FailWith = 50416 }
        $found = Get-ErrorOf { Add-ConvParticipant $absentConversation @pair }
        $found[0].FullyQualifiedErrorId | Should -BeLike 'Twilio.50416,*'
        $found[0].Exception.BlockingConversationSid | Should -BeNullOrEmpty
        $found[0].Exception.Message | Should -BeLike '*Find-ConvParticipantBlocker*'
    }

    It 'is the only refusal that names a conversation as the one that blocks' {
        $null = Open-Sandbox
        $sid = (New-ConvConversation).ConversationSid
        $null = Set-ConvConversation $sid -State closed -Force
        $found = Get-ErrorOf { Set-ConvConversation $sid -FriendlyName x }
        $found[0].Exception.ProviderMessage | Should -BeLike "*$sid*"
        $found[0].Exception.BlockingConversationSid | Should -BeNullOrEmpty
    }
}
