BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $null = Connect-TestSandbox @{ Conversations = 400; Now = '2026-06-15T12:00:00Z' }
    $open = Get-ConvConversation -State active -First 1

    # The fields of the body that a command sent last.
    function Get-SentField { ConvertFrom-Form (Get-Sent)[-1].Body }

    # A bad value ends the command before anything is sent.
    function Assert-RefusedValue([scriptblock] $Script, [string] $Message) {
        $ended = Get-EndOf $Script
        $ended | Should -Not -BeNullOrEmpty
        $ended.Exception.Message | Should -Match $Message
        @(Get-Sent).Count | Should -Be 0
    }
}

AfterAll { Close-Connection }

Describe 'Durations' {
    BeforeEach { Clear-Sent }

    It 'refuses <Shown>' -ForEach @(
        @{ Shown = '60'; Value = 60 }
        @{ Shown = "'60'"; Value = '60' }
        @{ Shown = '1.5'; Value = 1.5 }
        @{ Shown = "'1.5'"; Value = '1.5' }
    ) {
        Assert-RefusedValue { Set-ConvConversation $open.ConversationSid -TimersInactive $Value } 'no unit.*PT10M'
        Assert-RefusedValue { New-ConvConversation -State active -TimersClosed $Value } 'no unit.*PT10M'
    }

    It 'refuses <Shown>, which is no duration' -ForEach @(
        @{ Shown = "'ten minutes'"; Value = 'ten minutes' }
        @{ Shown = "'P1M', a month"; Value = 'P1M' }
        @{ Shown = "'PT'"; Value = 'PT' }
        @{ Shown = "'-PT10M'"; Value = '-PT10M' }
        @{ Shown = 'a negative TimeSpan'; Value = [timespan]::FromMinutes(-10) }
        @{ Shown = "''"; Value = '' }
        @{ Shown = '$null'; Value = $null }
    ) {
        Assert-RefusedValue { Set-ConvConversation $open.ConversationSid -TimersInactive $Value } 'TimersInactive'
    }

    It 'refuses what is shorter than the provider takes' {
        Assert-RefusedValue { Set-ConvConversation $open.ConversationSid -TimersInactive 'PT30S' } 'PT1M'
        Assert-RefusedValue { Set-ConvConversation $open.ConversationSid -TimersClosed 'PT9M' } 'PT10M'
    }

    It 'takes <Shown> and sends PT10M' -ForEach @(
        @{ Shown = "'PT10M'"; Value = 'PT10M' }
        @{ Shown = "'PT600S'"; Value = 'PT600S' }
        @{ Shown = "'00:10:00'"; Value = '00:10:00' }
        @{ Shown = 'a TimeSpan'; Value = [timespan]::FromMinutes(10) }
    ) {
        $null = Set-ConvConversation $open.ConversationSid -TimersInactive $Value
        (Get-SentField)['Timers.Inactive'] | Should -Be 'PT10M'
    }

    It 'switches a timer off with <Shown>' -ForEach @(
        @{ Shown = "'PT0S'"; Value = 'PT0S' }
        @{ Shown = '[timespan]::Zero'; Value = [timespan]::Zero }
    ) {
        (Set-ConvConversation $open.ConversationSid -TimersInactive 'P1D').Timers.DateInactive | Should -Not -BeNullOrEmpty
        (Set-ConvConversation $open.ConversationSid -TimersInactive $Value).Timers.DateInactive | Should -BeNullOrEmpty
        (Get-SentField)['Timers.Inactive'] | Should -Be 'PT0S'
    }
}

Describe 'Dates' {
    BeforeEach { Clear-Sent }

    It 'takes <Shown> in UTC as the beginning' -ForEach @(
        @{ Shown = 'a bare date'; Value = '2026-01-31' }
        @{ Shown = 'a DateTime without a zone'; Value = [datetime]::new(2026, 1, 31, 0, 0, 0, [System.DateTimeKind]::Unspecified) }
        @{ Shown = 'a DateTimeOffset of another zone'; Value = [datetimeoffset]::new(2026, 1, 31, 2, 0, 0, [timespan]::FromHours(2)) }
        @{ Shown = 'a text without a zone'; Value = '2026-01-31T00:00:00' }
        @{ Shown = 'a text of another zone'; Value = '2026-01-30T23:00:00-01:00' }
        @{ Shown = 'a local DateTime'; Value = [datetime]::new(2026, 1, 31, 0, 0, 0, [System.DateTimeKind]::Utc).ToLocalTime() }
    ) {
        $null = Get-ConvConversation -CreatedAfter $Value -First 1
        (ConvertFrom-Form (Get-Sent)[0].Query)['StartDate'] | Should -Be '2026-01-31T00:00:00Z'
        $null = New-ConvConversation -DateCreated $Value
        (Get-SentField)['DateCreated'] | Should -Be '2026-01-31T00:00:00Z'
    }

    It 'takes a bare date as the end of that day for -CreatedBefore' {
        $null = Get-ConvConversation -CreatedBefore '2026-01-31' -First 1
        (ConvertFrom-Form (Get-Sent)[0].Query)['EndDate'] | Should -Be '2026-01-31T23:59:59Z'
    }

    It 'lists the whole of a day between the same bare dates' {
        $days = Get-ConvConversation | Group-Object { $_.DateCreated.UtcDateTime.ToString('yyyy-MM-dd') } | Sort-Object Count -Descending
        $day = $days[0]
        $day.Count | Should -BeGreaterThan 1
        @(Get-ConvConversation -CreatedAfter $day.Name -CreatedBefore $day.Name).Count | Should -Be $day.Count
    }

    It 'is exact below a day, although the provider is not' {
        $all = @(Get-ConvConversation)
        $from = $all[40].DateCreated
        $until = $all[10].DateCreated
        $expected = @($all | Where-Object { $_.DateCreated -ge $from -and $_.DateCreated -le $until })
        $expected.Count | Should -BeGreaterThan 20
        @(Get-ConvConversation -CreatedAfter $from -CreatedBefore $until).ConversationSid | Should -Be $expected.ConversationSid
        @(Get-ConvConversation -CreatedAfter $from.AddSeconds(1) -CreatedBefore $until.AddSeconds(-1)).Count | Should -BeLessThan $expected.Count
    }

    It 'counts -First and -Skip over what is exact' {
        $all = @(Get-ConvConversation)
        $until = $all[10].DateCreated
        (Get-ConvConversation -CreatedBefore $until -Skip 1 -First 2).ConversationSid | Should -Be $all[11..12].ConversationSid
    }

    It 'refuses <Shown>' -ForEach @(
        @{ Shown = 'what is no date'; Value = 'yesterday' }
        @{ Shown = 'a number'; Value = 90 }
        @{ Shown = 'a day that does not exist'; Value = '2026-02-30' }
        @{ Shown = '$null'; Value = $null }
    ) {
        Assert-RefusedValue { Get-ConvConversation -CreatedAfter $Value } 'CreatedAfter'
    }

    It 'gives dates in UTC' {
        $open.DateCreated | Should -BeOfType [datetimeoffset]
        $open.DateCreated.Offset | Should -Be ([timespan]::Zero)
    }
}

Describe 'Attributes' {
    BeforeEach { Clear-Sent }

    It 'takes <Shown>' -ForEach @(
        @{ Shown = 'a hashtable'; Value = @{ vip = $true; tags = @('a', 'b'); nested = @{ count = 3; none = $null } } }
        @{ Shown = 'an object'; Value = [pscustomobject]@{ vip = $true; tags = @('a', 'b'); nested = [pscustomobject]@{ count = 3; none = $null } } }
        @{ Shown = 'JSON text'; Value = '{"vip":true,"tags":["a","b"],"nested":{"count":3,"none":null}}' }
        @{ Shown = 'what ConvertFrom-Json gave'; Value = '{"vip":true,"tags":["a","b"],"nested":{"count":3,"none":null}}' | ConvertFrom-Json }
    ) {
        $made = New-ConvConversation -Attributes $Value
        $sent = (Get-SentField)['Attributes'] | ConvertFrom-Json -AsHashtable
        $sent.vip | Should -BeTrue
        $sent.tags | Should -Be 'a', 'b'
        $sent.nested.count | Should -Be 3
        $sent.nested.ContainsKey('none') | Should -BeTrue
        $made.Attributes.vip | Should -BeTrue
        $made.Attributes.nested.count | Should -Be 3
        $made.Attributes.tags | Should -Be 'a', 'b'
    }

    It 'takes what another conversation had' {
        $first = New-ConvConversation -Attributes @{ vip = $true; topic = 'Grüße "quoted"' }
        $second = New-ConvConversation -Attributes $first.Attributes
        $second.Attributes.topic | Should -Be 'Grüße "quoted"'
        $second.Attributes.vip | Should -BeTrue
    }

    It 'reads with a dot, with the raw text beside it' {
        $vip = @(Get-ConvConversation | Where-Object { $_.Attributes.vip })
        $vip.Count | Should -BeGreaterThan 0
        $vip.AttributesJson | Should -BeLike '*"vip":true*'
        $vip[0].Attributes.nothing | Should -BeNullOrEmpty
    }

    It 'refuses JSON that is not valid' {
        Assert-RefusedValue { Set-ConvConversation $open.ConversationSid -Attributes '{"vip":' } 'Attributes.*not valid JSON'
        Assert-RefusedValue { New-ConvConversation -Attributes 'vip' } 'Attributes.*not valid JSON'
    }

    It 'refuses more than the provider keeps' {
        Assert-RefusedValue { Set-ConvConversation $open.ConversationSid -Attributes @{ text = 'x' * 16384 } } 'Attributes'
        Assert-RefusedValue { Add-ConvParticipant $open.ConversationSid -Identity x -Attributes @{ text = 'x' * 4096 } } 'Attributes'
    }
}

Describe 'Texts' {
    BeforeEach { Clear-Sent }

    It 'refuses a friendly name that is too long' {
        Assert-RefusedValue { Set-ConvConversation $open.ConversationSid -FriendlyName ('x' * 257) } 'FriendlyName.*256'
        Assert-RefusedValue { New-ConvService ('x' * 257) } 'FriendlyName.*256'
    }

    It 'refuses $null for -<Parameter>, and does not clear the field' -ForEach @(
        foreach ($name in 'FriendlyName', 'UniqueName', 'Attributes', 'MessagingServiceSid', 'State', 'BindingsEmailAddress', 'BindingsEmailName') { @{ Parameter = $name } }
    ) {
        $value = @{ $Parameter = $null }
        Assert-RefusedValue { Set-ConvConversation $open.ConversationSid @value } $Parameter
    }

    It 'refuses $null for -<Parameter> of a participant' -ForEach @(
        foreach ($name in 'Identity', 'MessagingBindingProxyAddress', 'MessagingBindingProjectedAddress', 'Attributes', 'RoleSid', 'LastReadMessageIndex') { @{ Parameter = $name } }
    ) {
        $value = @{ $Parameter = $null }
        Assert-RefusedValue { Set-ConvParticipant $open.ConversationSid $absentParticipant @value } $Parameter
    }

    It 'sends an empty text, which clears the field' {
        (Set-ConvConversation $open.ConversationSid -FriendlyName 'Something').FriendlyName | Should -Be 'Something'
        (Set-ConvConversation $open.ConversationSid -FriendlyName '').FriendlyName | Should -BeNullOrEmpty
        (Get-Sent)[-1].Body | Should -Be 'FriendlyName='
    }

    It 'sends what needs escaping as it was given' {
        $name = 'Größe & Preis = 100% + "1"'
        (Set-ConvConversation $open.ConversationSid -FriendlyName $name).FriendlyName | Should -Be $name
    }
}

Describe 'Choices' {
    BeforeEach { Clear-Sent }

    It 'refuses -State closed for a new conversation' {
        Assert-RefusedValue { New-ConvConversation -State closed } 'State.*closed'
        Assert-RefusedValue { New-ConvConversation -State CLOSED } 'State.*closed'
    }

    It 'refuses timers of a new conversation without a state' {
        Assert-RefusedValue { New-ConvConversation -TimersInactive PT10M } 'State'
    }

    It 'sends a state in the provider''s spelling' {
        $null = Get-ConvConversation -State Closed -First 1
        (ConvertFrom-Form (Get-Sent)[0].Query)['State'] | Should -BeExactly 'closed'
    }

    It 'lets a state pass that the provider may add' {
        $found = Get-ErrorOf { Get-ConvConversation -State archived }
        (ConvertFrom-Form (Get-Sent)[0].Query)['State'] | Should -Be 'archived'
        $found[0].FullyQualifiedErrorId | Should -BeLike 'Twilio.*'
    }

    It 'refuses a blank state' {
        Assert-RefusedValue { Get-ConvConversation -State '' } 'State'
    }
}

Describe 'Pages' {
    BeforeEach { Clear-Sent }

    It 'cuts a -PageSize above 100 with a warning, and reads everything' {
        $warnings = $null
        $all = @(Get-ConvConversation -PageSize 500 -WarningVariable warnings -WarningAction SilentlyContinue)
        @($warnings).Count | Should -Be 1
        $warnings[0].Message | Should -Match '100'
        (ConvertFrom-Form (Get-Sent)[0].Query)['PageSize'] | Should -Be '100'
        $all.Count | Should -Be @(Get-ConvConversation).Count
    }

    It 'asks for the largest page by itself, without a warning' {
        $warnings = $null
        $null = Get-ConvConversation -First 1 -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
        (ConvertFrom-Form (Get-Sent)[0].Query)['PageSize'] | Should -Be '100'
    }

    It 'takes a smaller page' {
        @(Get-ConvConversation -PageSize 7 -First 10).Count | Should -Be 10
        (Get-Sent) | ForEach-Object { (ConvertFrom-Form $_.Query)['PageSize'] } | Should -Be '7', '7'
    }

    It 'refuses a -PageSize of 0' {
        Assert-RefusedValue { Get-ConvConversation -PageSize 0 } 'PageSize'
    }
}
