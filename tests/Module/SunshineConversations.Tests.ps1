BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"

    function Connect-TestSunshine { $null = Connect-ConvProvider Sunshine -Sandbox -Name Sandbox-Sunshine -SandboxOption @{ Conversations = 60 } }

    function Add-TestConversation { New-SunshineConversation personal @{ userId = Get-SampleUser } -DisplayName D -Description E -IconUrl https://example.com/i.png -Metadata @{ level = 1 } }

    function Get-LastBody { (Get-Sent Sandbox-Sunshine)[-1].Body }

    function Assert-NothingSent([scriptblock] $Script, [string] $Id, [string] $Pattern) {
        Clear-Sent Sandbox-Sunshine
        $found = @(Get-ErrorOf $Script)
        $found.Count | Should -Be 1
        $found[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $found[0].Exception.Message | Should -Match $Pattern
        @(Get-Sent Sandbox-Sunshine).Count | Should -Be 0
    }
}

AfterAll { Close-Connection }

Describe 'A Sunshine conversation' {
    BeforeAll { Connect-TestSunshine }

    It 'is created with every field, as JSON under the names of the wire' {
        $null = Add-TestConversation
        $sent = (Get-Sent Sandbox-Sunshine)[-1]
        $sent.Method | Should -Be 'POST'
        $sent.Path | Should -Be "/v2/apps/$((Get-ConvConnection Sandbox-Sunshine).AppId)/conversations"
        $sent.ContentType | Should -BeLike 'application/json*'
        $sent.Body | Should -BeExactly ('{"type":"personal","participants":[{"userId":"USER"}],"displayName":"D","description":"E",' +
            '"iconUrl":"https://example.com/i.png","metadata":{"level":1}}').Replace('USER', (Get-SampleUser))
    }

    It 'has every property, its dates in UTC' {
        $made = Add-TestConversation
        $made.ConversationId | Should -Match '^[0-9a-f]{24}$'
        $made.AppId | Should -Be (Get-ConvConnection Sandbox-Sunshine).AppId
        $made.Type | Should -Be 'personal'
        $made.IsDefault | Should -BeFalse
        $made.DisplayName | Should -Be 'D'
        $made.Description | Should -Be 'E'
        $made.IconUrl | Should -BeOfType uri
        $made.IconUrl.OriginalString | Should -Be 'https://example.com/i.png'
        $made.Metadata.level | Should -Be 1
        $made.MetadataJson | Should -BeExactly '{"level":1}'
        $made.ConnectionName | Should -Be 'Sandbox-Sunshine'
        $made.ResourceType | Should -Be 'SunshineConversation'
        foreach ($name in 'CreatedAt', 'LastUpdatedAt') {
            $made.$name | Should -BeOfType DateTimeOffset
            $made.$name.Offset | Should -Be ([timespan]::Zero)
        }
        $made.AdditionalProperties.Count | Should -Be 0
        "$made" | Should -Be $made.ConversationId
        $read = Get-SunshineConversation -UserId (Get-SampleUser) | Where-Object ActiveSwitchboardIntegration | Select-Object -First 1
        $read.ActiveSwitchboardIntegration.SwitchboardIntegrationId | Should -Not -BeNullOrEmpty
        $read.ActiveSwitchboardIntegration.IntegrationType | Should -Not -BeNullOrEmpty
        "$($read.ActiveSwitchboardIntegration)" | Should -Be $read.ActiveSwitchboardIntegration.Name
        $read.BusinessLastRead.Offset | Should -Be ([timespan]::Zero)
    }

    It 'has metadata that survive a file' {
        $made = New-SunshineConversation sdkGroup -Metadata @{ team = 'billing'; visits = 3; vip = $true }
        $kept = $made | ConvertTo-Csv | ConvertFrom-Csv
        $kept.MetadataJson | Should -BeExactly $made.MetadataJson
        $again = New-SunshineConversation sdkGroup -Metadata $kept.MetadataJson
        $again.Metadata.visits | Should -Be 3
        $again.Metadata.vip | Should -BeTrue
        Assert-NothingSent { New-SunshineConversation sdkGroup -Metadata @{ nested = @{ a = 1 } } } 'InvalidArgument' "-Metadata: 'nested' is no text"
        Assert-NothingSent { New-SunshineConversation sdkGroup -Metadata @{ long = 'x' * 4096 } } 'InvalidArgument' '-Metadata: .*at most 4,096'
    }

    It 'is read by its identifier and as an object, changed and removed' {
        $made = Add-TestConversation
        (Get-SunshineConversation $made.ConversationId).DisplayName | Should -Be 'D'
        ($made | Set-SunshineConversation -DisplayName new).DisplayName | Should -Be 'new'
        (Get-Sent Sandbox-Sunshine)[-1].Method | Should -Be 'PATCH'
        ($made | Get-SunshineConversation).DisplayName | Should -Be 'new'
        ($made | Remove-SunshineConversation -Confirm:$false -PassThru).Status | Should -Be 'Removed'
        ($made | Remove-SunshineConversation -Confirm:$false -PassThru).Status | Should -Be 'AlreadyGone'
        (Get-ErrorOf { $made | Get-SunshineConversation }).FullyQualifiedErrorId | Should -BeLike 'Sunshine.conversation_not_found,*'
    }

    It 'is listed for its user, by either identifier and page by page' {
        $made = Add-TestConversation
        Clear-Sent Sandbox-Sunshine
        $all = @(Get-SunshineConversation -UserId (Get-SampleUser) -PageSize 7)
        $all.ConversationId | Should -Contain $made.ConversationId
        @($all.ConversationId | Sort-Object -Unique).Count | Should -Be $all.Count
        @(Get-Sent Sandbox-Sunshine).Count | Should -Be ([math]::Ceiling($all.Count / 7))
        $external = (Get-ConvConnection Sandbox-Sunshine).Sandbox.SampleUserExternalId
        @(Get-SunshineConversation -UserExternalId $external).ConversationId | Should -Be $all.ConversationId
        @(Get-SunshineConversation -UserExternalId $external -Skip 2 -First 3).ConversationId | Should -Be $all[2..4].ConversationId
    }

    It 'is listed for exactly one user' {
        Assert-NothingSent { Get-SunshineConversation } 'InvalidArgument' '-UserId and -UserExternalId'
        Assert-NothingSent { Get-SunshineConversation -UserId a -UserExternalId b } 'InvalidArgument' '-UserId and -UserExternalId'
        Assert-NothingSent { Get-SunshineConversation -UserId '' } 'InvalidArgument' '-UserId'
        $made = Add-TestConversation
        Assert-NothingSent { Get-SunshineConversation $made.ConversationId -UserId a } 'NotExactlyOne' '-UserId is for lists'
        Assert-NothingSent { $made | Get-SunshineConversation -First 1 } 'NotExactlyOne' '-First is for lists'
    }

    It 'that is a user''s default is not removed, and not even asked for <Form>' -ForEach @(
        @{ Form = 'as it is'; Convert = { param($Items) $Items } }
        @{ Form = 'after CSV'; Convert = { param($Items) $Items | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Form = 'after JSON'; Convert = { param($Items) $Items | ConvertTo-Json | ConvertFrom-Json } }
    ) {
        $default = & $Convert (Get-SunshineConversation -UserId (Get-SampleUser) | Where-Object IsDefault)
        @($default).Count | Should -Be 1
        Clear-Sent Sandbox-Sunshine
        $split = Split-Output { $default | Remove-SunshineConversation -Confirm:$false -PassThru }
        $split.Output.Status | Should -Be 'Skipped'
        $split.Errors.Count | Should -Be 1
        @(Get-Sent Sandbox-Sunshine).Count | Should -Be 0
    }
}

Describe 'An update of a Sunshine conversation' {
    BeforeEach {
        Connect-TestSunshine
        $made = Add-TestConversation
    }

    It 'clears -<Parameter> with $null, and nothing else' -ForEach @(
        @{ Parameter = 'DisplayName'; Wire = 'displayName' }
        @{ Parameter = 'Description'; Wire = 'description' }
        @{ Parameter = 'IconUrl'; Wire = 'iconUrl' }
        @{ Parameter = 'Metadata'; Wire = 'metadata' }
    ) {
        $arguments = @{ $Parameter = $null }
        $changed = $made | Set-SunshineConversation @arguments
        Get-LastBody | Should -BeExactly "{`"$Wire`":null}"
        $read = $changed | Get-SunshineConversation
        foreach ($name in 'DisplayName', 'Description', 'IconUrl') {
            if ($name -eq $Parameter) { $read.$name | Should -BeNullOrEmpty } else { "$($read.$name)" | Should -Be "$($made.$name)" -Because $name }
        }
        "$($read.Metadata.level)" | Should -Be ($Parameter -eq 'Metadata' ? '' : '1')
    }

    It 'clears and sets at once what is given, and leaves the rest' {
        $null = Set-SunshineConversation $made.ConversationId -DisplayName $null -Description new
        Get-LastBody | Should -BeExactly '{"displayName":null,"description":"new"}'
        $null = $made | Set-SunshineConversation -DisplayName 'null'
        Get-LastBody | Should -BeExactly '{"displayName":"null"}'
        $null = $made | Set-SunshineConversation -DisplayName ([System.Management.Automation.Language.NullString]::Value) -Metadata @{ level = 2 }
        Get-LastBody | Should -BeExactly '{"displayName":null,"metadata":{"level":2}}'
    }

    It 'refuses '''' for -<Parameter>, and says that $null clears' -ForEach @(
        foreach ($name in 'DisplayName', 'Description', 'IconUrl', 'Metadata') { @{ Parameter = $name } }
    ) {
        $arguments = @{ $Parameter = '' }
        Assert-NothingSent { $made | Set-SunshineConversation @arguments } 'InvalidArgument' "^-$($Parameter): .*, or \`$null to clear it"
    }

    It 'refuses <Shown>' -ForEach @(
        @{ Shown = 'a name that is too long'; Arguments = @{ DisplayName = 'x' * 101 }; Pattern = '-DisplayName: .*at most 100' }
        @{ Shown = 'an address that is none'; Arguments = @{ IconUrl = 'icon.png' }; Pattern = '-IconUrl: .*no web address' }
        @{ Shown = 'metadata that are no object'; Arguments = @{ Metadata = '[1]' }; Pattern = '-Metadata: .*no JSON object' }
        @{ Shown = 'metadata with a null inside'; Arguments = @{ Metadata = @{ a = $null } }; Pattern = "-Metadata: 'a' is null" }
    ) {
        Assert-NothingSent { $made | Set-SunshineConversation @Arguments } 'InvalidArgument' $Pattern
    }

    It 'needs something to change' {
        Assert-NothingSent { $made | Set-SunshineConversation } 'NothingToChange' '-DisplayName, -Description, -IconUrl or -Metadata'
    }

    It 'clears the field of each that comes' {
        $more = @($made) + @(Add-TestConversation)
        Clear-Sent Sandbox-Sunshine
        @($more | Set-SunshineConversation -DisplayName $null).Count | Should -Be 2
        (Get-Sent Sandbox-Sunshine).Body | Select-Object -Unique | Should -BeExactly '{"displayName":null}'
    }
}
