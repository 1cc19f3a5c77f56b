BeforeDiscovery {
    $absent = @(
        @{ Type = 'ProxySession'; Absent = 'KC' + '0' * 32; Code = 'Twilio.20404'; Container = 'ProxyServiceSid'; Other = 'KS' + '0' * 32; Change = '-Ttl 1' }
        @{ Type = 'TelnyxConversation'; Absent = '00000000-0000-0000-0000-000000000000'; Code = 'Telnyx.404'; Change = '-Metadata "{}"' }
        @{ Type = 'SunshineConversation'; Absent = '0' * 24; Code = 'Sunshine.conversation_not_found'; Container = 'AppId'; Other = '0' * 24; Change = '-DisplayName x' }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"
    . "$PSScriptRoot/ProviderSamples.ps1"
    Connect-EverySandbox

    function Invoke-Removal([string] $Command) { Split-Output ([scriptblock]::Create("$Command -PassThru -Confirm:`$false")) }
}

AfterAll { Close-Connection }

Describe 'A <Type> that is not there' -ForEach $absent {
    It 'is already gone where what it lies in exists' {
        $gone = Invoke-Removal "Remove-$Type '$Absent'"
        $gone.Output.Status | Should -Be 'AlreadyGone'
        $gone.Errors | Should -BeNullOrEmpty
    }

    It 'is already gone the second time' {
        $items = @(Add-Sample $Type)
        $remove = ConvertTo-Pipeline "Remove-$Type -Confirm:`$false -PassThru"
        ($items | & $remove).Status | Should -Be 'Removed', 'Removed'
        ($items | & $remove).Status | Should -Be 'AlreadyGone', 'AlreadyGone'
    }

    It 'is an error for Get and Set, and of the input' {
        $found = Get-ErrorOf ([scriptblock]::Create("Get-$Type '$Absent'"))
        $found.FullyQualifiedErrorId | Should -BeLike "$Code,*"
        $found[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $found[0].TargetObject | Should -Be $Absent
        (Get-ErrorOf ([scriptblock]::Create("Set-$Type '$Absent' $Change"))).FullyQualifiedErrorId | Should -BeLike "$Code,*"
    }
}

Describe 'A <Type> whose <Container> is another' -ForEach @($absent | Where-Object { $_['Container'] }) {
    It 'failed, and is not already gone' {
        $item = Add-Sample $Type | Select-Object -First 1
        $id = $item.SessionSid ?? $item.ConversationId
        $failure = Invoke-Removal "Remove-$Type '$id' -$Container '$Other'"
        $failure.Output.Status | Should -Be 'Failed'
        $failure.Errors.Count | Should -Be 1
        $failure.Errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        ($item | & "Get-$Type") | Should -Not -BeNullOrEmpty
    }
}

Describe 'A session by its unique name' {
    It 'is sent escaped, as one part of the path, and is the one that the SID names' {
        $session = New-ProxySession 'lead/7 ü?#%'
        Clear-EverySent
        (Get-ProxySession -UniqueName 'lead/7 ü?#%').SessionSid | Should -Be $session.SessionSid
        (Get-EverySent)[0].Path | Should -Match '/Sessions/lead%2F7%20%C3%BC%3F%23%25$'
    }

    It 'cannot be updated or removed, because the provider takes a SID there' {
        foreach ($command in 'Set-ProxySession', 'Remove-ProxySession') { (Get-Command $command).Parameters.Keys | Should -Not -Contain 'UniqueName' }
        Clear-EverySent
        foreach ($command in 'Set-ProxySession "lead 7" -Ttl 1', 'Remove-ProxySession "lead 7" -Confirm:$false') {
            (Get-EndOf ([scriptblock]::Create($command))).FullyQualifiedErrorId | Should -BeLike 'InvalidIdentifier,*'
        }
        @(Get-EverySent).Count | Should -Be 0
    }
}

Describe 'The default conversation of a user of Sunshine' {
    It 'is refused before any request <Form>, and the others are removed' -ForEach @(
        @{ Form = 'as it is'; Convert = { param($Items) $Items } }
        @{ Form = 'after CSV'; Convert = { param($Items) $Items | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Form = 'after JSON'; Convert = { param($Items) $Items | ConvertTo-Json | ConvertFrom-Json } }
    ) {
        $default = Get-SunshineConversation -UserId (Get-SampleParticipant).userId | Where-Object IsDefault
        $other = Add-Sample SunshineConversation | Select-Object -First 1
        $items = @(& $Convert @($default, $other))
        Clear-EverySent
        $split = Split-Output { $items | Remove-SunshineConversation -Confirm:$false -PassThru }
        $split.Errors.Count | Should -Be 1
        $split.Errors[0].FullyQualifiedErrorId | Should -BeLike 'DefaultConversation,*'
        @(Get-EverySent).Path -replace '.*/' | Should -Be $other.ConversationId
    }
}
