BeforeDiscovery {
    # Each filter, and what Where-Object finds by the same on the whole list.
    $filters = @(
        @{ Parameter = '-Name "Voice one"'; Where = { $_.Name -ceq 'Voice one' } }
        @{ Parameter = '-Name "voice ONE"'; Where = { $_.Name -ceq 'voice ONE' }; IsEmpty = $true }
        @{ Parameter = '-Name Voice*'; Where = { $_.Name -clike 'Voice*' } }
        @{ Parameter = '-Name Voice?one'; Where = { $_.Name -clike 'Voice?one' } }
        @{ Parameter = '-Name *'; Where = { $true } }
        @{ Parameter = '-Name "100%"'; Where = { $_.Name -ceq '100%' } }
        @{ Parameter = '-Name "100%*"'; Where = { $_.Name -clike '100%*' } }
        @{ Parameter = '-Name "a_b"'; Where = { $_.Name -ceq 'a_b' } }
        @{ Parameter = '-Name "a_b*"'; Where = { $_.Name -clike 'a_b*' } }
        @{ Parameter = '-Name "C:\new"'; Where = { $_.Name -ceq 'C:\new' } }
        @{ Parameter = '-Name "C:\*"'; Where = { $_.Name -clike 'C:\*' } }
        @{ Parameter = '-Name "*\*"'; Where = { $_.Name -clike '*\*' } }
        @{ Parameter = '-Name "What``?"'; Where = { $_.Name -ceq 'What?' } }
        @{ Parameter = '-Name "What``?*"'; Where = { $_.Name -clike 'What`?*' } }
        @{ Parameter = '-Name "5 ``* 5"'; Where = { $_.Name -ceq '5 * 5' } }
        @{ Parameter = '-Name "``[urgent``]"'; Where = { $_.Name -ceq '[urgent]' } }
        @{ Parameter = '-Name "``[urgent``]*"'; Where = { $_.Name -clike '`[urgent`]*' } }
        @{ Parameter = "-Name '`"quoted`" O''Neill'"; Where = { $_.Name -ceq '"quoted" O''Neill' } }
        @{ Parameter = '-Name "Müller & Söhne"'; Where = { $_.Name -ceq 'Müller & Söhne' } }
        @{ Parameter = '-Name "M?ller*"'; Where = { $_.Name -clike 'M?ller*' } }
        @{ Parameter = '-Name "1+1=2"'; Where = { $_.Name -ceq '1+1=2' } }
        @{ Parameter = '-Name "1+1*"'; Where = { $_.Name -clike '1+1*' } }
        @{ Parameter = '-Name "(a,b).c"'; Where = { $_.Name -ceq '(a,b).c' } }
        @{ Parameter = '-Id $one.ConversationId'; Where = { $_.ConversationId -eq $one.ConversationId } }
        @{ Parameter = '-Id $one.ConversationId.ToUpperInvariant()'; Where = { $_.ConversationId -eq $one.ConversationId } }
        @{ Parameter = '-CreatedAfter 2026-06-01'; Where = { $_.CreatedAt -ge $june } }
        @{ Parameter = '-CreatedAfter $middle.CreatedAt'; Where = { $_.CreatedAt -ge $middle.CreatedAt } }
        @{ Parameter = '-CreatedAfter $middle.CreatedAt.ToOffset("05:30").ToString("o")'; Where = { $_.CreatedAt -ge $middle.CreatedAt } }
        @{ Parameter = '-CreatedBefore $middle.CreatedAt'; Where = { $_.CreatedAt -le $middle.CreatedAt } }
        @{ Parameter = '-CreatedBefore $middle.CreatedAt.ToString("yyyy-MM-dd")'; Where = { $_.CreatedAt.UtcDateTime.Date -le $middle.CreatedAt.UtcDateTime.Date } }
        # The last of them are of the last second of that day.
        @{ Parameter = '-CreatedBefore 2026-11-20'; Where = { $_.CreatedAt -lt $june.AddMonths(6).AddDays(-10) } }
        @{ Parameter = '-LastMessageBefore 2026-11-20'; Where = { $_.LastMessageAt -lt $june.AddMonths(6).AddDays(-10) } }
        @{ Parameter = '-CreatedAfter 2026-01-01 -CreatedBefore 2026-06-01'; Where = { $_.CreatedAt -ge $january -and $_.CreatedAt -lt $june.AddDays(1) } }
        @{ Parameter = '-LastMessageAfter 2026-06-01T12:00'; Where = { $_.LastMessageAt -ge $june.AddHours(12) } }
        @{ Parameter = '-LastMessageBefore 2026-06-01'; Where = { $_.LastMessageAt -lt $june.AddDays(1) } }
        @{ Parameter = '-LastMessageAfter 2026-01-01 -LastMessageBefore 2026-06-01'; Where = { $_.LastMessageAt -ge $january -and $_.LastMessageAt -lt $june.AddDays(1) } }
        @{ Parameter = '-AssistantId $one.Metadata.assistant_id'; Where = { $_.Metadata.assistant_id -ceq $one.Metadata.assistant_id } }
        @{ Parameter = '-CallControlId $called.Metadata.call_control_id'; Where = { $_.Metadata.call_control_id -ceq $called.Metadata.call_control_id } }
        @{ Parameter = '-AgentTarget +13125550100'; Where = { $_.Metadata.telnyx_agent_target -ceq '+13125550100' } }
        @{ Parameter = '-AgentTarget sip:assistant@sip.example.com'; Where = { $_.Metadata.telnyx_agent_target -ceq 'sip:assistant@sip.example.com' } }
        @{ Parameter = '-EndUserTarget $called.Metadata.telnyx_end_user_target'; Where = { $_.Metadata.telnyx_end_user_target -ceq $called.Metadata.telnyx_end_user_target } }
        @{ Parameter = '-Channel phone_call'; Where = { $_.Metadata.telnyx_conversation_channel -ceq 'phone_call' } }
        @{ Parameter = '-Metadata @{ tier = "gold" }'; Where = { $_.Metadata.tier -ceq 'gold' } }
        @{ Parameter = '-Metadata @{ tier = "gold"; language = "de" }'; Where = { $_.Metadata.tier -ceq 'gold' -and $_.Metadata.language -ceq 'de' } }
        @{ Parameter = '-Metadata @{ ai_disabled = $true }'; Where = { $_.Metadata.ai_disabled -is [bool] -and $_.Metadata.ai_disabled } }
        @{ Parameter = '-Metadata @{ ai_disabled = $false }'; Where = { $_.Metadata.ai_disabled -is [bool] -and -not $_.Metadata.ai_disabled } }
        @{ Parameter = '-Metadata @{ amount = 5 }'; Where = { $_.Metadata.amount -eq 5 } }
        @{ Parameter = '-Metadata @{ ratio = 1.5 }'; Where = { $_.Metadata.ratio -eq 1.5 } }
        @{ Parameter = '-Metadata @{ "a key" = "50% & more+" }'; Where = { $_.Metadata.'a key' -ceq '50% & more+' } }
        @{ Parameter = '-Channel phone_call -Metadata @{ tier = "gold" } -CreatedAfter 2026-01-01'; Where = { $_.Metadata.telnyx_conversation_channel -ceq 'phone_call' -and $_.Metadata.tier -ceq 'gold' -and $_.CreatedAt -ge $january } }
        @{ Parameter = '-Or "name.eq.a_b,metadata->tier.eq.gold"'; Where = { $_.Name -ceq 'a_b' -or $_.Metadata.tier -ceq 'gold' } }
        @{ Parameter = '-Or "(created_at.gte.2026-06-01,name.eq.a_b)" -Metadata @{ tier = "gold" }'; Where = { $_.CreatedAt -ge $june -and $_.Metadata.tier -ceq 'gold' } }
    )

    # A filter that the provider passes over, with a command that uses it. No sample conversation matches all of them.
    $ignored = @(
        @{ Filter = 'name'; Command = 'Get-TelnyxConversation -Name a_b' }
        @{ Filter = 'name'; Command = 'Get-TelnyxConversation -Name "Voice o*"' }
        @{ Filter = 'id'; Command = 'Get-TelnyxConversation -Id $one.ConversationId' }
        @{ Filter = 'created_at'; Command = 'Get-TelnyxConversation -CreatedAfter 2026-06-01' }
        @{ Filter = 'last_message_at'; Command = 'Get-TelnyxConversation -LastMessageAfter 2026-06-01' }
        @{ Filter = 'last_message_at'; Command = 'Get-TelnyxConversation -LastMessageBefore 2024-12-01' }
        @{ Filter = 'metadata->assistant_id'; Command = 'Get-TelnyxConversation -AssistantId $one.Metadata.assistant_id' }
        @{ Filter = 'metadata->call_control_id'; Command = 'Get-TelnyxConversation -CallControlId $called.Metadata.call_control_id' }
        @{ Filter = 'metadata->telnyx_agent_target'; Command = 'Get-TelnyxConversation -AgentTarget +13125550100' }
        @{ Filter = 'metadata->telnyx_end_user_target'; Command = 'Get-TelnyxConversation -EndUserTarget $called.Metadata.telnyx_end_user_target' }
        @{ Filter = 'metadata->telnyx_conversation_channel'; Command = 'Get-TelnyxConversation -Channel phone_call' }
        @{ Filter = 'metadata->tier'; Command = 'Get-TelnyxConversation -Metadata @{ tier = "gold" }' }
        @{ Filter = 'metadata->ai_disabled'; Command = 'Get-TelnyxConversation -Metadata @{ ai_disabled = $true }' }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"

    $june = [datetimeoffset]::new(2026, 6, 1, 0, 0, 0, [timespan]::Zero)
    $january = [datetimeoffset]::new(2026, 1, 1, 0, 0, 0, [timespan]::Zero)

    # The same sample data whenever and with whatever options it is opened.
    function Connect-TelnyxSandbox([hashtable] $Option = @{}) {
        $all = @{ Conversations = 400; Now = '2026-11-20T23:59:59.700Z' }
        foreach ($key in $Option.Keys) { $all[$key] = $Option[$key] }
        Connect-ConvProvider Telnyx -Sandbox -SandboxOption $all -Name Telnyx
        $null = @(
            foreach ($name in 'Voice one', 'voice two', 'Voice-one', '100%', '100% new', '1000', 'a_b', 'axb', 'a_b c', 'C:\new', 'C:/new', 'What?', 'What? Where?', 'What!',
                '5 * 5', '5 x 5', '[urgent]', '[urgent] x', 'u', '"quoted" O''Neill', 'Müller & Söhne', 'Muller', '1+1=2', '1 1=2', '(a,b).c') {
                New-TelnyxConversation $name
            }
            New-TelnyxConversation typed -Metadata @{ amount = 5; ratio = 1.5; ai_disabled = $false; 'a key' = '50% & more+' }
            New-TelnyxConversation typed -Metadata @{ amount = 50; ratio = 15; ai_disabled = $true; 'a key' = '50% & more ' }
        )
        Clear-Sent Telnyx
    }

    function Get-ListQuery { (Get-Sent Telnyx | Where-Object Method -EQ GET).Query | ForEach-Object { ConvertFrom-Form $_ } }

    Connect-TelnyxSandbox
    $all = @(Get-TelnyxConversation)
    $one = $all[100]
    $middle = $all[200]
    $called = @($all | Where-Object { $_.Metadata.call_control_id })[10]
}

AfterAll { Close-Connection }

Describe 'A filter of the Telnyx list' {
    It '<Parameter> finds what Where-Object finds on the whole list' -ForEach $filters {
        Connect-TelnyxSandbox
        $whole = @(Get-TelnyxConversation)
        $expected = @($whole | Where-Object $Where)
        $found = @(. ([scriptblock]::Create("Get-TelnyxConversation $Parameter")))
        if ($IsEmpty) { $expected.Count | Should -Be 0 }
        else { $expected.Count | Should -BeGreaterThan 0 }
        $found.Name | Should -Be $expected.Name
        $found.CreatedAt | Should -Be $expected.CreatedAt
        $found.Count | Should -Be $expected.Count
    }

    It 'that the provider can''t be asked for is refused before a request: <Command>' -ForEach @(
        @{ Command = 'Get-TelnyxConversation -Name "[ab]*"'; Advice = 'Where-Object' }
        @{ Command = 'Get-TelnyxConversation -Name "5 ``* *"'; Advice = 'Where-Object' }
        @{ Command = 'Get-TelnyxConversation -Name " "'; Advice = 'blank' }
        @{ Command = 'Get-TelnyxConversation -AssistantId ""'; Advice = 'blank' }
        @{ Command = 'Get-TelnyxConversation -Metadata @{ tier = "" }'; Advice = 'blank' }
        @{ Command = 'Get-TelnyxConversation -Metadata @{ tier = @(1, 2) }'; Advice = 'text, number or boolean' }
        @{ Command = 'Get-TelnyxConversation -Or "name.eq.a)"'; Advice = 'no list of filters' }
    ) {
        Connect-TelnyxSandbox
        (Get-EndOf ([scriptblock]::Create($Command))).Exception.Message | Should -BeLike "*$Advice*"
        @(Get-Sent Telnyx).Count | Should -Be 0
    }

    It '<Filter> that the provider passes over ends <Command> before a row is written, and nothing is removed' -ForEach $ignored {
        Connect-TelnyxSandbox @{ IgnoreFilters = $Filter }
        $said = Split-Output ([scriptblock]::Create("$Command | Remove-TelnyxConversation -Confirm:`$false -PassThru"))
        $said.Errors.FullyQualifiedErrorId | Should -BeLike 'UnexpectedResponse,*'
        $said.Output | Should -BeNullOrEmpty
        @(Get-Sent Telnyx | Where-Object Method -EQ DELETE).Count | Should -Be 0
    }
}

Describe 'The Telnyx list' {
    It 'is read to its end, each conversation once, by pages of <PageSize> where the provider gives <MaxLimit>' -ForEach @(
        @{ PageSize = 7; MaxLimit = 1000 }
        @{ PageSize = 50; MaxLimit = 30 }
        @{ PageSize = 1000; MaxLimit = 30 }
        @{ PageSize = 1000; MaxLimit = 1000 }
    ) {
        Connect-TelnyxSandbox @{ MaxLimit = $MaxLimit }
        $found = @(Get-TelnyxConversation -PageSize $PageSize)
        $found.Count | Should -Be 427
        @($found.ConversationId | Sort-Object -Unique).Count | Should -Be 427
    }

    It 'is not read beyond -CreatedBefore' {
        Connect-TelnyxSandbox
        $until = $all[49].CreatedAt
        @(Get-TelnyxConversation -CreatedBefore $until -PageSize 20).CreatedAt | Sort-Object | Select-Object -Last 1 | Should -Be $until
        @(Get-Sent Telnyx).Count | Should -BeLessThan 6
    }

    It 'stops with <How>' -ForEach @(
        @{ How = '-First'; Command = 'Get-TelnyxConversation -PageSize 10 -First 15' }
        @{ How = '-First and -Skip'; Command = 'Get-TelnyxConversation -PageSize 10 -Skip 4 -First 15'; Skip = 4 }
        @{ How = 'Select-Object -First'; Command = 'Get-TelnyxConversation -PageSize 10 | Select-Object -First 15' }
    ) {
        Connect-TelnyxSandbox
        $found = @(. ([scriptblock]::Create($Command)))
        $found.ConversationId | Should -Be ($all | Select-Object -Skip ($Skip ?? 0) -First 15).ConversationId
        @(Get-Sent Telnyx).Count | Should -BeLessOrEqual 3
    }

    It 'in another order needs -First, and says so before a request' {
        Connect-TelnyxSandbox
        $thrown = Get-EndOf { Get-TelnyxConversation -OrderBy last_message_at.desc }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'NeedsFirst,*'
        $thrown.Exception.Message | Should -BeLike '*-First*created_at.asc*'
        @(Get-Sent Telnyx).Count | Should -Be 0
    }

    It 'comes in the order <OrderBy> of the provider' -ForEach @(
        @{ OrderBy = 'created_at.desc'; By = 'CreatedAt'; Descending = $true }
        @{ OrderBy = 'last_message_at.asc'; By = 'LastMessageAt'; Descending = $false }
        @{ OrderBy = 'last_message_at.desc'; By = 'LastMessageAt'; Descending = $true }
    ) {
        Connect-TelnyxSandbox
        $found = @(Get-TelnyxConversation -OrderBy $OrderBy -First 30 -Skip 3)
        $expected = @($all | Sort-Object $By -Descending:$Descending | Select-Object -Skip 3 -First 30)
        $property = $By -is [scriptblock] ? 'Name' : $By
        $found.$property | Should -Be $expected.$property
        @(Get-ListQuery)[0].limit | Should -Be 33
    }

    It 'in another order refuses <Parameter>, of which the provider would be told only half' -ForEach @(
        @{ Parameter = '-CreatedBefore 2026-06-01' }
        @{ Parameter = '-LastMessageAfter 2026-01-01 -LastMessageBefore 2026-06-01' }
    ) {
        Connect-TelnyxSandbox
        $thrown = Get-EndOf ([scriptblock]::Create("Get-TelnyxConversation $Parameter -OrderBy last_message_at.desc -First 10"))
        $thrown.FullyQualifiedErrorId | Should -BeLike 'NotInThisOrder,*'
        $thrown.Exception.Message | Should -BeLike '*Sort-Object*'
        @(Get-Sent Telnyx).Count | Should -Be 0
    }

    It 'in another order finds what <Parameter> asks for' -ForEach @(
        @{ Parameter = '-CreatedAfter 2026-01-01'; Where = { $_.CreatedAt -ge $january } }
        @{ Parameter = '-LastMessageBefore 2026-06-01'; Where = { $_.LastMessageAt -lt $june.AddDays(1) } }
        @{ Parameter = '-Channel phone_call'; Where = { $_.Metadata.telnyx_conversation_channel -ceq 'phone_call' } }
    ) {
        Connect-TelnyxSandbox
        foreach ($count in 10, 1000) {
            $expected = @($all | Where-Object $Where | Sort-Object LastMessageAt -Descending | Select-Object -First $count)
            $found = @(. ([scriptblock]::Create("Get-TelnyxConversation $Parameter -OrderBy last_message_at.desc -First $count")))
            $found.LastMessageAt | Should -Be $expected.LastMessageAt
        }
    }

    It 'in another order that the provider cuts short is an error, and no shorter list' {
        Connect-TelnyxSandbox @{ MaxLimit = 30 }
        $said = Split-Output { Get-TelnyxConversation -OrderBy created_at.desc -First 40 }
        $said.Errors.FullyQualifiedErrorId | Should -BeLike 'UnexpectedResponse,*'
        $said.Errors.Exception.Message | Should -BeLike '*-First*'
        $said.Output | Should -BeNullOrEmpty
    }
}
