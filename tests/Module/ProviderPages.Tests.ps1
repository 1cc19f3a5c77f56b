BeforeAll {
    . "$PSScriptRoot/Common.ps1"
}

AfterAll { Close-Connection }

Describe 'A list of Sunshine conversations' {
    BeforeAll {
        Connect-ConvProvider Sunshine -Sandbox -Name Sunshine -SandboxOption @{ Conversations = 1500 }
        $access = (Get-ConvConnection Sunshine).Sandbox
    }

    BeforeEach { Clear-Sent Sunshine }

    It 'is read to its end, cursor by cursor' {
        $all = @(Get-SunshineConversation -UserId $access.SampleUserId)
        $all.Count | Should -BeGreaterThan 40
        Clear-Sent Sunshine
        (Get-SunshineConversation -UserId $access.SampleUserId -PageSize 7).ConversationId | Should -Be $all.ConversationId
        @(Get-Sent Sunshine).Count | Should -Be ([Math]::Ceiling($all.Count / 7))
        (Get-SunshineConversation -UserExternalId $access.SampleUserExternalId).ConversationId | Should -Be $all.ConversationId
    }

    It 'stops with -First' {
        @(Get-SunshineConversation -UserId $access.SampleUserId -PageSize 5 -First 7).Count | Should -Be 7
        @(Get-Sent Sunshine).Count | Should -Be 2
    }

    It 'asks for pages of at most 100, and says so' {
        $null = Get-SunshineConversation -UserId $access.SampleUserId -PageSize 500 -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*100*500*'
        (ConvertFrom-Form (Get-Sent Sunshine)[0].Query)['page[size]'] | Should -Be 100
    }

    It 'is of exactly one user: <Shown>' -ForEach @(
        @{ Shown = 'none'; Command = 'Get-SunshineConversation' }
        @{ Shown = 'both'; Command = 'Get-SunshineConversation -UserId a -UserExternalId b' }
    ) {
        $thrown = Get-EndOf ([scriptblock]::Create($Command))
        $thrown.FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        $thrown.Exception.Message | Should -BeLike '*exactly one*-UserId and -UserExternalId*'
        @(Get-Sent Sunshine).Count | Should -Be 0
    }

    It 'finds the user <_>, whatever the id holds' -ForEach 'shop/1', 'customer+1@example.com', 'a b', 'ä&b=c#d%2F' {
        $found = Get-ErrorOf { Get-SunshineConversation -UserExternalId $_ }
        $found.FullyQualifiedErrorId | Should -BeLike 'Sunshine.user_not_found,*'
        (ConvertFrom-Form (Get-Sent Sunshine)[0].Query)['filter[userExternalId]'] | Should -BeExactly $_
    }
}

Describe 'A list of Proxy sessions' {
    BeforeAll { Connect-ConvProvider Twilio -Sandbox -Name Twilio -SandboxOption @{ Conversations = 2500 } }

    BeforeEach { Clear-Sent Twilio }

    It 'is read to its end by pages of at most 100, and says so' {
        $all = @(Get-ProxySession -PageSize 500 -WarningVariable warned -WarningAction SilentlyContinue)
        $all.Count | Should -Be 250
        @($all.SessionSid | Sort-Object -Unique).Count | Should -Be 250
        "$warned" | Should -BeLike '*100*500*All pages are read*'
        (Get-Sent Twilio | ForEach-Object { (ConvertFrom-Form $_.Query).PageSize }) | Should -Be 100, 100, 100
        (Get-ProxySession -PageSize 7).SessionSid | Should -Be $all.SessionSid
    }

    It 'stops with -First' {
        @(Get-ProxySession -PageSize 10 -First 15).Count | Should -Be 15
        @(Get-Sent Twilio).Count | Should -Be 2
    }
}

Describe 'The messages of a Telnyx conversation' {
    BeforeAll { Connect-ConvProvider Telnyx -Sandbox -Name Telnyx -SandboxOption @{ Conversations = 20 } }

    It 'are read to their end by number' {
        $conversation = Get-TelnyxConversation | Where-Object { @(Get-TelnyxConversationMessage $_.ConversationId).Count -gt 20 } | Select-Object -First 1
        $all = @($conversation | Get-TelnyxConversationMessage)
        Clear-Sent Telnyx
        $paged = @($conversation | Get-TelnyxConversationMessage -PageSize 7)
        ($paged | ForEach-Object { "$($_.SentAt) $($_.Role) $($_.Text)" }) | Should -Be ($all | ForEach-Object { "$($_.SentAt) $($_.Role) $($_.Text)" })
        $numbers = @(Get-Sent Telnyx | ForEach-Object { (ConvertFrom-Form $_.Query)['page[number]'] ?? 1 })
        $numbers | Should -Be (1..[Math]::Ceiling($all.Count / 7))
    }
}
