BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"
    $null = Connect-ConvProvider Sunshine -Sandbox -Name Sandbox-Sunshine -SandboxOption @{ Conversations = 60 }
    $user = Get-SampleUser
    $external = (Get-ConvConnection Sandbox-Sunshine).Sandbox.SampleUserExternalId

    function Get-SentParticipant { @(((Get-Sent Sandbox-Sunshine)[-1].Body | ConvertFrom-Json -AsHashtable).participants) }

    function Assert-Refused([scriptblock] $Script, [string] $Pattern) {
        $found = @(Get-ErrorOf $Script)
        $found.Count | Should -Be 1
        $found[0].FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        $found[0].Exception.Message | Should -Match "^-Participant: $Pattern"
        @(Get-Sent Sandbox-Sunshine).Count | Should -Be 0
    }
}

BeforeDiscovery {
    $csv = { "userId,userExternalId,subscribeSDKClient`n$user,,true" | Set-Content (Join-Path $TestDrive 'people.csv'); Import-Csv (Join-Path $TestDrive 'people.csv') }
}

AfterAll { Close-Connection }

Describe 'A participant of a new Sunshine conversation' {
    BeforeEach { Clear-Sent Sandbox-Sunshine }

    It 'is sent under the provider''s names, with a JSON boolean: <Form>' -ForEach @(
        @{ Form = 'a hashtable'; Given = { @{ userid = $user; SubscribeSdkClient = $true } } }
        @{ Form = 'a hashtable with text'; Given = { @{ USERID = $user; subscribesdkclient = 'True' } } }
        @{ Form = 'an object'; Given = { [pscustomobject]@{ UserId = $user; SubscribeSDKClient = $true } } }
        @{ Form = 'JSON text'; Given = { "{`"userID`":`"$user`",`"subscribesdkclient`":true}" } }
        @{ Form = 'a row of a CSV file'; Given = $csv }
    ) {
        $made = New-SunshineConversation sdkGroup (& $Given)
        $made.Type | Should -Be 'sdkGroup'
        $sent = @(Get-SentParticipant)
        $sent.Count | Should -Be 1
        $sent[0].Keys | Sort-Object | Should -BeExactly 'subscribeSDKClient', 'userId'
        $sent[0].userId | Should -Be $user
        $sent[0].subscribeSDKClient | Should -BeOfType bool
        $sent[0].subscribeSDKClient | Should -BeTrue
    }

    It 'may be named by your own id' {
        $null = New-SunshineConversation personal @{ userExternalId = $external }
        @(Get-SentParticipant)[0].userExternalId | Should -Be $external
    }

    It 'keeps false as false' {
        $null = New-SunshineConversation sdkGroup @{ userId = $user; subscribeSDKClient = 'false' }
        @(Get-SentParticipant)[0].subscribeSDKClient | Should -BeOfType bool
        @(Get-SentParticipant)[0].subscribeSDKClient | Should -BeFalse
    }

    It 'is refused before a request: <Shown>' -ForEach @(
        @{ Shown = 'a name that is none'; Given = { @{ user = $user; subscribeSDKClient = $true } }; Pattern = "'user' is none of userId, userExternalId, subscribeSDKClient" }
        @{ Shown = 'two ids'; Given = { @{ userId = $user; userExternalId = $external; subscribeSDKClient = $true } }; Pattern = 'exactly one of userId and userExternalId' }
        @{ Shown = 'no id'; Given = { @{ subscribeSDKClient = $true } }; Pattern = 'exactly one of userId and userExternalId' }
        @{ Shown = 'a blank id'; Given = { @{ userId = ''; subscribeSDKClient = $true } }; Pattern = 'exactly one of userId and userExternalId' }
        @{ Shown = 'a boolean that is none'; Given = { @{ userId = $user; subscribeSDKClient = 'perhaps' } }; Pattern = "subscribeSDKClient: 'perhaps' is neither true nor false" }
        @{ Shown = 'no subscribeSDKClient'; Given = { @{ userId = $user } }; Pattern = 'each participant of an sdkGroup needs subscribeSDKClient' }
        @{ Shown = 'a blank subscribeSDKClient'; Given = { @{ userId = $user; subscribeSDKClient = '' } }; Pattern = 'each participant of an sdkGroup needs subscribeSDKClient' }
        @{ Shown = 'one of two without'; Given = { @{ userId = $user; subscribeSDKClient = $true }, @{ userExternalId = 'b' } }; Pattern = 'each participant of an sdkGroup needs subscribeSDKClient' }
        @{ Shown = 'one whose id says what is missing'; Given = { @{ userExternalId = '"subscribeSDKClient":' } }; Pattern = 'each participant of an sdkGroup needs subscribeSDKClient' }
        @{ Shown = 'eleven'; Given = { 1..11 | ForEach-Object { @{ userExternalId = "crm-$_"; subscribeSDKClient = $true } } }; Pattern = '11 are given.*at most 10' }
        @{ Shown = 'an id alone'; Given = { $user }; Pattern = '.*JSON' }
    ) {
        $participants = & $Given
        Assert-Refused { New-SunshineConversation sdkGroup $participants } $Pattern
    }

    It 'is exactly one of a personal conversation, which is refused with <Count>' -ForEach @(
        @{ Count = 0; Given = { @{} } }
        @{ Count = 2; Given = { @{ Participant = @{ userId = $user }, @{ userExternalId = 'b' } } } }
    ) {
        $arguments = & $Given
        Assert-Refused { New-SunshineConversation personal @arguments } "a personal conversation has exactly one participant, and $Count are given"
        Assert-Refused { New-SunshineConversation Personal @arguments } "a personal conversation has exactly one participant, and $Count are given"
    }

    It 'is not needed by an sdkGroup, nor subscribeSDKClient by a personal one' {
        (New-SunshineConversation sdkGroup).Type | Should -Be 'sdkGroup'
        (Get-Sent Sandbox-Sunshine)[-1].Body | Should -BeExactly '{"type":"sdkGroup"}'
        (New-SunshineConversation personal @{ userId = $user }).Type | Should -Be 'personal'
        @(Get-SentParticipant)[0].Keys | Should -BeExactly 'userId'
    }
}
