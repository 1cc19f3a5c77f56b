BeforeAll {
    . "$PSScriptRoot/Common.ps1"
}

AfterAll { Close-Connection }

Describe 'What is gone' {
    BeforeAll {
        Connect-ConvProvider Twilio -Sandbox -Name Twilio -SandboxOption @{ Conversations = 60 }
        Connect-ConvProvider Telnyx -Sandbox -Name Telnyx -SandboxOption @{ Conversations = 10 }
        Connect-ConvProvider Sunshine -Sandbox -Name Sunshine -SandboxOption @{ Conversations = 60 }
    }

    It 'is AlreadyGone for <Remove>, and no error' -ForEach @(
        @{ Remove = 'Remove-ProxySession'; Make = { New-ProxySession }; Connection = 'Twilio'; Methods = 'DELETE', 'DELETE', 'GET' }
        @{ Remove = 'Remove-TelnyxConversation'; Make = { New-TelnyxConversation }; Connection = 'Telnyx'; Methods = 'DELETE', 'DELETE', 'GET' }
        @{ Remove = 'Remove-SunshineConversation'; Make = { New-SunshineConversation sdkGroup }; Connection = 'Sunshine'; Methods = 'DELETE', 'DELETE' }
    ) {
        $made = & $Make
        Clear-Sent $Connection
        ($made | & $Remove -Confirm:$false -PassThru).Status | Should -Be 'Removed'
        $again = $made | & $Remove -Confirm:$false -PassThru -ErrorAction Stop
        $again.Status | Should -Be 'AlreadyGone'
        $again.Error | Should -BeNullOrEmpty
        (Get-Sent $Connection).Method | Should -Be $Methods
    }

    It 'is Failed where <Parent> does not exist' -ForEach @(
        @{ Parent = 'the Proxy service'; Command = 'Remove-ProxySession $("KC" + "0" * 32) -ProxyServiceSid $("KS" + "9" * 32)'; Id = 'Twilio.20404'; Names = 'KS' + '9' * 32 }
        @{ Parent = 'the app'; Command = 'Remove-SunshineConversation $("0" * 24) -AppId $("9" * 24)'; Id = 'Sunshine.app_not_found'; Names = '9' * 24 }
    ) {
        $outcome = & ([scriptblock]::Create("$Command -Confirm:`$false -PassThru -ErrorAction SilentlyContinue"))
        $outcome.Status | Should -Be 'Failed'
        $found = Get-ErrorOf ([scriptblock]::Create("$Command -Confirm:`$false"))
        $found.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $found.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $found.Exception.Message | Should -BeLike "*neither*$Names*nothing shows that*"
    }

    It 'is looked for in the list of Telnyx once for many' {
        Clear-Sent Telnyx
        $outcomes = 1..20 | ForEach-Object { [guid]::NewGuid().ToString() } | Remove-TelnyxConversation -Confirm:$false -PassThru
        $outcomes.Status | Sort-Object -Unique | Should -Be 'AlreadyGone'
        @(Get-Sent Telnyx | Where-Object Method -EQ GET).Count | Should -Be 1
    }
}

Describe 'The default conversation of a Sunshine user' {
    BeforeAll {
        Connect-ConvProvider Sunshine -Sandbox -Name Sunshine -SandboxOption @{ Conversations = 60 }
        $user = (Get-ConvConnection Sunshine).Sandbox.SampleUserId
        $default = Get-SunshineConversation -UserId $user | Where-Object IsDefault
    }

    It 'is left alone before a request when the object says that it is one: <Form>' -ForEach @(
        @{ Form = 'as it is'; Convert = { $default } }
        @{ Form = 'after CSV'; Convert = { $default | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Form = 'after JSON'; Convert = { $default | ConvertTo-Json -WarningAction SilentlyContinue | ConvertFrom-Json } }
    ) {
        $default | Should -Not -BeNullOrEmpty
        Clear-Sent Sunshine
        $found = Get-ErrorOf { & $Convert | Remove-SunshineConversation -Confirm:$false }
        $found.FullyQualifiedErrorId | Should -BeLike 'DefaultConversation,*'
        $found.Exception.Message | Should -BeLike '*DeleteAllMessages*'
        $found.TargetObject.ConversationId | Should -Be $default.ConversationId
        @(Get-Sent Sunshine).Count | Should -Be 0
        $outcome = & $Convert | Remove-SunshineConversation -Confirm:$false -PassThru -ErrorAction SilentlyContinue
        $outcome.Status | Should -Be 'Skipped'
        $outcome.Message | Should -BeLike '*default*'
    }

    It 'leaves the others to be removed' {
        $outcomes = Get-SunshineConversation -UserId $user | Remove-SunshineConversation -Confirm:$false -PassThru -ErrorAction SilentlyContinue
        @($outcomes | Where-Object Status -EQ Skipped).ConversationId | Should -Be $default.ConversationId
        @($outcomes | Where-Object Status -EQ Removed).Count | Should -Be ($outcomes.Count - 1)
        (Get-SunshineConversation -UserId $user).ConversationId | Should -Be $default.ConversationId
    }

    It 'is the provider''s to refuse when it is named, with what to do' {
        $found = Get-ErrorOf { Remove-SunshineConversation $default.ConversationId -Confirm:$false }
        $found.FullyQualifiedErrorId | Should -BeLike 'Sunshine.bad_request,*'
        $found.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $found.Exception.StatusCode | Should -Be 400
        $found.Exception.Advice | Should -BeLike '*default conversation*DeleteAllMessages*DeleteUser*'
    }
}
