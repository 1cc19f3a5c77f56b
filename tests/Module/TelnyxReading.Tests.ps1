BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"
    $null = Connect-ConvProvider Telnyx -Sandbox -Name Sandbox-Telnyx -SandboxOption @{ Conversations = 60 }
    $conversations = @(Get-TelnyxConversation)
    $three = $conversations[0..2]
    $all = @($conversations | Get-TelnyxConversationMessage)

    # A conversation whose messages take more than one page of five, but no more than are looked at quickly.
    $long = ($all | Group-Object ConversationId | Where-Object Count -GT 12 | Sort-Object Count | Select-Object -First 1).Name
    $ofLong = @($all | Where-Object ConversationId -EQ $long)

    function Get-Query { @((Get-Sent Sandbox-Telnyx) | ForEach-Object { ConvertFrom-Form $_.Query }) }
}

AfterAll { Close-Connection }

Describe 'The messages of a Telnyx conversation' {
    BeforeEach { Clear-Sent Sandbox-Telnyx }

    It 'are read to the end, by numbers of pages' {
        $read = @(Get-TelnyxConversationMessage $long -PageSize 5)
        $read.Count | Should -Be $ofLong.Count
        @($read | ForEach-Object { "$($_.CreatedAt.Ticks) $_" }) | Should -Be @($ofLong | ForEach-Object { "$($_.CreatedAt.Ticks) $_" })
        $pages = [int] [math]::Ceiling($read.Count / 5)
        @(Get-Query | ForEach-Object { $_['page[number]'] }) -replace '^$', '1' | Should -Be @(1..$pages)
        @(Get-Query | ForEach-Object { $_['page[size]'] } | Select-Object -Unique) | Should -Be '5'
        (Get-Sent Sandbox-Telnyx)[0].Path | Should -Be "/v2/ai/conversations/$long/messages"
    }

    It 'come a hundred at a time when nothing is said, and no more at once' {
        $null = Get-TelnyxConversationMessage $long
        @(Get-Query)[0]['page[size]'] | Should -Be '100'
        Clear-Sent Sandbox-Telnyx
        $warned = @(Get-TelnyxConversationMessage $long -PageSize 500 3>&1 | Where-Object { $_ -is [System.Management.Automation.WarningRecord] })
        $warned.Count | Should -Be 1
        @(Get-Query)[0]['page[size]'] | Should -Be '100'
    }

    It 'have every property, their dates in UTC' {
        $said = $ofLong | Where-Object Text | Select-Object -First 1
        $said.ConversationId | Should -Be $long
        $said.ResourceType | Should -Be 'TelnyxConversationMessage'
        $said.ConnectionName | Should -Be 'Sandbox-Telnyx'
        $said.Role | Should -BeIn 'user', 'assistant', 'tool'
        $said.CreatedAt | Should -BeOfType DateTimeOffset
        $said.CreatedAt.Offset | Should -Be ([timespan]::Zero)
        $said.SentAt.Offset | Should -Be ([timespan]::Zero)
        $said.ToolCalls.Count | Should -Be 0
        $said.AdditionalProperties.Count | Should -Be 0
        "$said" | Should -Be "$($said.Role): $($said.Text)"
    }

    It 'tell of the tools that were called, with what' {
        $call = $all | Where-Object { $_.ToolCalls.Count } | Select-Object -First 1
        $call.Role | Should -Be 'assistant'
        $call.Text | Should -BeNullOrEmpty
        $call.ToolCalls[0].ToolCallId | Should -BeLike 'call_*'
        $call.ToolCalls[0].Type | Should -Be 'function'
        $call.ToolCalls[0].FunctionName | Should -BeIn 'find_order', 'book_appointment', 'transfer_call'
        ($call.ToolCalls[0].ArgumentsJson | ConvertFrom-Json).number | Should -BeOfType long
        "$($call.ToolCalls)" | Should -Be $call.ToolCalls[0].FunctionName
        ($call | ConvertTo-Csv | ConvertFrom-Csv).ToolCalls | Should -Be $call.ToolCalls[0].FunctionName
    }

    It 'of several come by pipeline, each with its conversation <Form>' -ForEach @(
        @{ Form = 'as it is'; Convert = { param($Items) $Items } }
        @{ Form = 'after CSV'; Convert = { param($Items) $Items | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Form = 'after JSON'; Convert = { param($Items) $Items | ConvertTo-Json -WarningAction SilentlyContinue | ConvertFrom-Json } }
    ) {
        $piped = @(& $Convert $three)
        $read = @($piped | Get-TelnyxConversationMessage)
        foreach ($conversation in $three) {
            @($read | Where-Object ConversationId -EQ $conversation.ConversationId).Count | Should -Be @($all | Where-Object ConversationId -EQ $conversation.ConversationId).Count
        }
        @($read | Where-Object ConversationId -NotIn $three.ConversationId).Count | Should -Be 0
    }

    It 'are counted for each conversation: -First and -Skip' {
        $read = @($three | Get-TelnyxConversationMessage -First 2 -Skip 1)
        $read.Count | Should -Be 6
        foreach ($conversation in $three) {
            $own = @($all | Where-Object ConversationId -EQ $conversation.ConversationId)
            $some = @($read | Where-Object ConversationId -EQ $conversation.ConversationId)
            $some.CreatedAt | Should -Be $own[1..2].CreatedAt
            "$some" | Should -Be "$($own[1..2])"
        }
    }

    It 'are read no further than -First needs' {
        @(Get-TelnyxConversationMessage $long -First 7 -PageSize 5).Count | Should -Be 7
        @(Get-Sent Sandbox-Telnyx).Count | Should -Be 2
    }
}

Describe 'The insights of a Telnyx conversation' {
    BeforeEach { Clear-Sent Sandbox-Telnyx }

    It 'are read by pipeline, each with its conversation' {
        $read = @($conversations | Get-TelnyxConversationInsight)
        $read.Count | Should -BeGreaterThan 1
        @($read.ConversationId | Where-Object { $_ -notin $conversations.ConversationId }).Count | Should -Be 0
        @(Get-Sent Sandbox-Telnyx).Count | Should -Be $conversations.Count
        (Get-Sent Sandbox-Telnyx)[0].Path | Should -Match '^/v2/ai/conversations/[-0-9a-f]{36}/conversations-insights$'
        (Get-Sent Sandbox-Telnyx).Query | Where-Object { $_ } | Should -BeNullOrEmpty
    }

    It 'have every property, their dates in UTC' {
        $done = $conversations | Get-TelnyxConversationInsight | Where-Object { $_.Results.Count } | Select-Object -First 1
        $done.ResourceType | Should -Be 'TelnyxConversationInsight'
        $done.ConnectionName | Should -Be 'Sandbox-Telnyx'
        $done.ConversationInsightId | Should -Match '^[0-9a-f-]{36}$'
        $done.Status | Should -Be 'completed'
        $done.CreatedAt | Should -BeOfType DateTimeOffset
        $done.CreatedAt.Offset | Should -Be ([timespan]::Zero)
        $done.Results[0].InsightId | Should -Not -BeNullOrEmpty
        $done.Results[0].Result | Should -Not -BeNullOrEmpty
        "$($done.Results)" | Should -Be ($done.Results.Result -join '; ')
        $done.AdditionalProperties.Count | Should -Be 0
    }

    It 'are counted for each conversation' {
        $every = @($conversations | Get-TelnyxConversationInsight)
        $with = @($conversations | Where-Object ConversationId -In $every.ConversationId)
        @($with | Get-TelnyxConversationInsight -First 1).Count | Should -Be $with.Count
        @($with | Get-TelnyxConversationInsight -Skip 1).Count | Should -Be ($every.Count - $with.Count)
    }
}

# A list in place of the one that was meant might be piped into a removal.
Describe 'What is no conversation' {
    BeforeEach { Clear-Sent Sandbox-Telnyx }

    It 'lists nothing by <Get>: <What>' -ForEach @(
        foreach ($get in 'Get-TelnyxConversationMessage', 'Get-TelnyxConversationInsight') {
            @{ Get = $get; What = 'a message'; Item = { $all[0] } }
            @{ Get = $get; What = 'an object without an identifier'; Item = { [pscustomobject]@{ Name = 'x' } } }
        }
    ) {
        $item = & $Item
        @(Get-ErrorOf { $item | & $Get }).Count | Should -Be 1
        @(Get-Sent Sandbox-Telnyx).Count | Should -Be 0
    }

    It 'is not read as one that is gone: <_>' -ForEach 'Get-TelnyxConversationMessage', 'Get-TelnyxConversationInsight' {
        $get = $_
        (Get-ErrorOf { & $get '00000000-0000-4000-8000-000000000000' }).FullyQualifiedErrorId | Should -BeLike 'Telnyx.404,*'
        (Get-ErrorOf { & $get 'CH00000000000000000000000000000000' }).FullyQualifiedErrorId | Should -BeLike 'InvalidIdentifier,*'
    }
}
