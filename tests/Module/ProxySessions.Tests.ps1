BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    function Get-LastForm { ConvertFrom-Form (Get-Sent)[-1].Body }

    # The participants of a form: its repeated key, in order.
    function Get-SentParticipant {
        $pairs = [System.Web.HttpUtility]::ParseQueryString((Get-Sent)[-1].Body)
        @($pairs.GetValues('Participants') | ForEach-Object { $_ | ConvertFrom-Json -AsHashtable })
    }

    function Get-WarningOf([scriptblock] $Script) { @(& $Script 3>&1 | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }) }

    function Assert-NothingSent([scriptblock] $Script, [string] $Id, [string] $Pattern) {
        Clear-Sent
        $found = @(Get-ErrorOf $Script)
        $found.Count | Should -Be 1
        $found[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $found[0].Exception.Message | Should -Match $Pattern
        @(Get-Sent).Count | Should -Be 0
    }
}

AfterAll { Close-Connection }

Describe 'A Proxy session' {
    BeforeEach { $null = Connect-TestSandbox }

    It 'is created with every field, under the names of the wire' {
        $made = New-ProxySession 'order 1/2' -Participant @{ Identifier = '+15558675310' } -Ttl 3600 -DateExpiry '2035-01-31T12:00:00+02:00' `
            -Mode voice-only -Status in-progress -FailOnParticipantConflict $true
        $form = Get-LastForm
        $form.Keys | Sort-Object | Should -Be 'DateExpiry', 'FailOnParticipantConflict', 'Mode', 'Participants', 'Status', 'Ttl', 'UniqueName'
        $form.UniqueName | Should -BeExactly 'order 1/2'
        $form.Ttl | Should -BeExactly '3600'
        $form.DateExpiry | Should -BeExactly '2035-01-31T10:00:00Z'
        $form.Mode | Should -BeExactly 'voice-only'
        $form.Status | Should -BeExactly 'in-progress'
        $form.FailOnParticipantConflict | Should -BeExactly 'true'
        (Get-Sent)[-1].Method | Should -Be 'POST'
        (Get-Sent)[-1].Path | Should -Be "/v1/Services/$((Get-ConvConnection).ProxyServiceSid)/Sessions"
        (Get-Sent)[-1].ContentType | Should -BeLike 'application/x-www-form-urlencoded*'
        (Get-Sent)[-1].Headers.Keys | Should -Not -Contain 'X-Twilio-Webhook-Enabled'
        $made.UniqueName | Should -Be 'order 1/2'
    }

    It 'is created with nothing at all, and nothing is made up for it' {
        $made = New-ProxySession
        (Get-Sent)[-1].Body | Should -BeNullOrEmpty
        $made.Status | Should -Be 'open'
        $made.Mode | Should -Be 'voice-and-message'
    }

    It 'has every property, its dates in UTC' {
        $before = [DateTimeOffset]::UtcNow.AddSeconds(-2)
        $made = New-ProxySession seen -Ttl 60 -DateExpiry 2035-01-01 -Mode message-only
        $made.SessionSid | Should -Match '^KC[0-9a-f]{32}$'
        $made.ProxyServiceSid | Should -Be (Get-ConvConnection).ProxyServiceSid
        $made.AccountSid | Should -Be (Get-ConvConnection).AccountSid
        $made.ConnectionName | Should -Be 'Sandbox'
        $made.ResourceType | Should -Be 'ProxySession'
        $made.Ttl | Should -Be 60
        $made.DateExpiry | Should -Be ([DateTimeOffset]'2035-01-01T00:00:00Z')
        foreach ($name in 'DateCreated', 'DateUpdated', 'DateStarted', 'DateExpiry') {
            $made.$name | Should -BeOfType DateTimeOffset
            $made.$name.Offset | Should -Be ([timespan]::Zero)
            $made.$name | Should -BeGreaterThan $before
        }
        $made.DateEnded | Should -BeNullOrEmpty
        $made.DateLastInteraction | Should -BeNullOrEmpty
        $made.ClosedReason | Should -BeNullOrEmpty
        $made.Url | Should -BeOfType uri
        $made.Url.OriginalString | Should -BeLike "*/$($made.SessionSid)"
        $made.Links.participants | Should -BeLike "*/$($made.SessionSid)/Participants"
        $made.AdditionalProperties.Count | Should -Be 0
        "$made" | Should -Be $made.SessionSid
    }

    It 'is read by its identifier, its unique name and as an object, and removed' {
        $made = New-ProxySession 'order/3'
        (Get-ProxySession $made.SessionSid).UniqueName | Should -Be 'order/3'
        (Get-ProxySession -UniqueName 'order/3').SessionSid | Should -Be $made.SessionSid
        (Get-Sent)[-1].Path | Should -BeLike '*/Sessions/order%2F3'
        ($made | Set-ProxySession -Ttl 7).Ttl | Should -Be 7
        ($made | Get-ProxySession).Ttl | Should -Be 7
        ($made | Remove-ProxySession -Confirm:$false -PassThru).Status | Should -Be 'Removed'
        (Get-ErrorOf { $made | Get-ProxySession }).FullyQualifiedErrorId | Should -BeLike 'Twilio.20404,*'
        (Get-ErrorOf { Get-ProxySession -UniqueName 'order/3' }).FullyQualifiedErrorId | Should -BeLike 'Twilio.80308,*'
    }

    It 'is closed and opened again' {
        $made = New-ProxySession
        $closed = $made | Set-ProxySession -Status closed
        (Get-Sent)[-1].Body | Should -Be 'Status=closed'
        $closed.Status | Should -Be 'closed'
        $closed.ClosedReason | Should -Not -BeNullOrEmpty
        $closed.DateEnded.Offset | Should -Be ([timespan]::Zero)
        ($closed | Set-ProxySession -Status in-progress -FailOnParticipantConflict $true).Status | Should -Be 'in-progress'
        (Get-LastForm).FailOnParticipantConflict | Should -BeExactly 'true'
    }

    It 'is listed with the others, page by page' {
        $made = New-ProxySession
        Clear-Sent
        $all = @(Get-ProxySession -PageSize 2)
        $all.SessionSid | Should -Contain $made.SessionSid
        @($all.SessionSid | Sort-Object -Unique).Count | Should -Be $all.Count
        @(Get-Sent).Count | Should -Be ([math]::Ceiling($all.Count / 2))
        @(Get-ProxySession -Skip 1 -First 2).SessionSid | Should -Be $all[1..2].SessionSid
    }
}

Describe 'The participants of a new session' {
    BeforeEach { $null = Connect-TestSandbox }

    It 'are sent as the repeated key, with the provider''s names whatever case was typed: <Form>' -ForEach @(
        @{ Form = 'hashtables'; Given = @{ identifier = '+15558675310'; FRIENDLYNAME = 'Ann' }, @{ IDENTIFIER = '+15558675311' } }
        @{ Form = 'objects'; Given = [pscustomobject]@{ identifier = '+15558675310'; friendlyname = 'Ann' }, [pscustomobject]@{ identifier = '+15558675311' } }
        @{ Form = 'JSON text'; Given = '{"identifier":"+15558675310","friendlyName":"Ann"}', '{"IDENTIFIER":"+15558675311"}' }
        @{ Form = 'rows of a CSV file'; Given = @("Identifier,friendlyname`n+15558675310,Ann`n+15558675311," | ConvertFrom-Csv) }
    ) {
        $null = New-ProxySession -Participant $Given
        $sent = @(Get-SentParticipant)
        $sent.Count | Should -Be 2
        $sent[0].Keys | Sort-Object | Should -BeExactly 'FriendlyName', 'Identifier'
        $sent[0].FriendlyName | Should -Be 'Ann'
        $sent[1].Keys | Should -BeExactly 'Identifier'
        $sent[1].Identifier | Should -Be '+15558675311'
    }

    It 'may name the number to use' {
        $null = Get-ErrorOf { New-ProxySession -Participant @{ identifier = '+15558675310'; proxyidentifier = '+15017122661'; proxyidentifiersid = 'PN' + '0' * 32 } }
        @(Get-SentParticipant)[0].Keys | Sort-Object | Should -BeExactly 'Identifier', 'ProxyIdentifier', 'ProxyIdentifierSid'
    }

    It 'are refused before a request: <Shown>' -ForEach @(
        @{ Shown = 'three'; Given = @{ Identifier = '+1' }, @{ Identifier = '+2' }, @{ Identifier = '+3' }; Pattern = '-Participant: 3 are given.*at most 2' }
        @{ Shown = 'a name that is none'; Given = @{ Identity = 'ann' }; Pattern = "'Identity' is none of Identifier, FriendlyName, ProxyIdentifier, ProxyIdentifierSid" }
        @{ Shown = 'one without an identifier'; Given = @{ FriendlyName = 'Ann' }; Pattern = "no 'Identifier'" }
        @{ Shown = 'an identifier that is blank'; Given = [pscustomobject]@{ Identifier = '' }; Pattern = "no 'Identifier'" }
        @{ Shown = 'a text that is no JSON'; Given = '+15558675310'; Pattern = '-Participant: .*JSON' }
        @{ Shown = 'too long a name'; Given = @{ Identifier = '+1'; FriendlyName = 'x' * 256 }; Pattern = 'FriendlyName.*at most 255' }
    ) {
        Assert-NothingSent { New-ProxySession -Participant $Given } 'InvalidArgument' $Pattern
    }

    It 'are none of null' {
        Assert-NothingSent { New-ProxySession -Participant @{ Identifier = '+1' }, $null } 'ParameterArgumentTransformationError' 'null'
    }
}

Describe 'The time to live of a session' {
    BeforeEach { $null = Connect-TestSandbox }

    It 'is whole seconds: <_> is refused' -ForEach '1.5', 1.5, ([decimal]0.5), ([float]2.5), '', ' ' {
        $given = $_
        $session = New-ProxySession
        foreach ($script in { New-ProxySession -Ttl $given }, { $session | Set-ProxySession -Ttl $given }) {
            Assert-NothingSent $script 'ParameterArgumentTransformationError' 'whole number'
        }
    }

    It 'is not negative' {
        Assert-NothingSent { New-ProxySession -Ttl -1 } 'ParameterArgumentValidationError' 'Ttl'
    }

    It 'is sent as <Sent> for <Given>' -ForEach @(
        @{ Given = 0; Sent = '0' }
        @{ Given = '90'; Sent = '90' }
        @{ Given = 60.0; Sent = '60' }
    ) {
        (New-ProxySession -Ttl $Given).Ttl | Should -Be $Sent
        (Get-LastForm).Ttl | Should -BeExactly $Sent
    }
}

Describe 'The words for a session' {
    BeforeEach { $null = Connect-TestSandbox }

    It 'are sent as the provider writes them: -<Parameter> <Given>' -ForEach @(
        @{ Parameter = 'Mode'; Given = 'Message-Only'; Sent = 'message-only' }
        @{ Parameter = 'Mode'; Given = 'VOICE-AND-MESSAGE'; Sent = 'voice-and-message' }
        @{ Parameter = 'Status'; Given = 'In-Progress'; Sent = 'in-progress' }
    ) {
        $arguments = @{ $Parameter = $Given }
        $null = New-ProxySession @arguments
        (Get-LastForm).$Parameter | Should -BeExactly $Sent
    }

    It 'that the provider does not know are an error that lists those that it does' {
        $found = Get-ErrorOf { New-ProxySession -Mode telepathy }
        $found.FullyQualifiedErrorId | Should -BeLike 'Twilio.20001,*'
        $found.Exception.Message | Should -BeLike '*message-only, voice-only, voice-and-message*'
    }

    It 'can''t make an open session of one that is open' {
        (Get-ErrorOf { New-ProxySession | Set-ProxySession -Status open }).FullyQualifiedErrorId | Should -BeLike 'Twilio.80608,*'
    }
}

Describe 'Opening a session again' {
    BeforeEach {
        $null = Connect-TestSandbox
        $first = New-ProxySession
        $closed = $first | Set-ProxySession -Status closed
    }

    It 'warns of calls that reach the wrong person <Shown>' -ForEach @(
        @{ Shown = 'when nothing is said'; Arguments = @{} }
        @{ Shown = 'when the conflict is allowed'; Arguments = @{ FailOnParticipantConflict = $false } }
        @{ Shown = 'however it is written'; Arguments = @{ Status = 'In-Progress' } }
    ) {
        $all = @{ Status = 'in-progress' }
        foreach ($key in $Arguments.Keys) { $all[$key] = $Arguments[$key] }
        $warnings = Get-WarningOf { $closed | Set-ProxySession @all }
        $warnings.Count | Should -Be 1
        $warnings[0].Message | Should -Match '80801'
        $warnings[0].Message | Should -Match '-FailOnParticipantConflict \$true.*80604'
    }

    It 'warns once, however many there are' {
        $more = 1..3 | ForEach-Object { New-ProxySession } | Set-ProxySession -Status closed
        @(Get-WarningOf { $more | Set-ProxySession -Status in-progress }).Count | Should -Be 1
    }

    It 'does not warn when the provider refuses the conflict, nor of closing or another update' {
        Get-WarningOf { $closed | Set-ProxySession -Status in-progress -FailOnParticipantConflict $true } | Should -BeNullOrEmpty
        Get-WarningOf { $closed | Set-ProxySession -Ttl 60 } | Should -BeNullOrEmpty
        Get-WarningOf { $closed | Set-ProxySession -Status closed } | Should -BeNullOrEmpty
    }

    It 'is refused with 80604 where the pair of numbers is in use meanwhile' {
        $ann = @{ Identifier = '+15558675310' }
        $one = New-ProxySession -Participant $ann | Set-ProxySession -Status closed
        # Until the service has no other number for her.
        $taken = foreach ($attempt in 1..12) { New-ProxySession -Participant $ann -ErrorAction Ignore }
        $taken.Count | Should -BeGreaterThan 1
        (Get-ErrorOf { $one | Set-ProxySession -Status in-progress -FailOnParticipantConflict $true }).FullyQualifiedErrorId | Should -BeLike 'Twilio.80604,*'
    }
}

Describe 'Where nobody can be asked' {
    BeforeEach { $null = Connect-TestSandbox }

    It 'a session is closed, and not removed' {
        $said = Invoke-Unattended @'
            $sandbox = (Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 20 } -PassThru).Sandbox
            $session = New-ProxySession
            "closed: $(($session | Set-ProxySession -Status closed).Status)"
            try { $session | Remove-ProxySession -ErrorAction Stop } catch { "refused: $($_.Exception.Message)" }
            "deletes: $(@($sandbox.Requests | Where-Object Method -EQ DELETE).Count)"
'@
        $said | Should -Match 'closed: closed'
        $said | Should -Match 'refused: \S'
        $said | Should -Match 'deletes: 0'
    }

    It 'the question of a removal says that participants go, and that closing can be undone' {
        $session = New-ProxySession
        $told = @(Get-WhatIf { $session | Remove-ProxySession -WhatIf })
        $told.Count | Should -Be 1
        $told[0] | Should -Match 'Remove for good, with its participants'
        $told[0] | Should -Match 'Set-ProxySession -Status closed can be undone'
        $told[0] | Should -Match $session.SessionSid
    }
}

Describe 'An update of a session' {
    BeforeEach { $null = Connect-TestSandbox }

    It 'sends exactly what is given, and needs something' {
        $session = New-ProxySession
        $null = $session | Set-ProxySession -DateExpiry 2035-01-31
        (Get-Sent)[-1].Body | Should -Be 'DateExpiry=2035-01-31T00%3A00%3A00Z'
        Assert-NothingSent { $session | Set-ProxySession } 'NothingToChange' '-DateExpiry, -Ttl, -Status or -FailOnParticipantConflict'
    }
}
