BeforeDiscovery {
    $bad = @(
        @{ Shown = "''"; Bad = '' }
        @{ Shown = "' '"; Bad = ' ' }
        @{ Shown = "'.'"; Bad = '.' }
        @{ Shown = "'..'"; Bad = '..' }
        @{ Shown = "'a/b'"; Bad = 'a/b' }
        @{ Shown = '$null'; Bad = $null }
        @{ Shown = "a participant's SID"; Bad = 'MB' + '1' * 32 }
        @{ Shown = 'a unique name'; Bad = 'ticket-48001' }
        @{ Shown = 'a SID with a slash behind it'; Bad = 'CH' + '1' * 32 + '/' }
        @{ Shown = 'a SID with a letter that is no digit'; Bad = 'CH' + '1' * 31 + 'g' }
        @{ Shown = 'a SID that is a digit short'; Bad = 'CH' + '1' * 31 }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $null = Connect-TestSandbox
    $conversation = Get-ConvConversation | Where-Object UniqueName | Select-Object -First 1
    $participant = Get-ConvConversation | Get-ConvParticipant | Select-Object -First 1
}

AfterAll { Close-Connection }

Describe 'Bad identifiers' {
    BeforeEach { Clear-Sent }
    AfterEach { @(Get-Sent).Count | Should -Be 0 }

    It 'Remove-ConvConversation refuses <Shown> at position 0' -ForEach $bad {
        $ended = Get-EndOf { Remove-ConvConversation $Bad -Confirm:$false }
        $ended | Should -Not -BeNullOrEmpty
        $ended.Exception.Message | Should -Match 'ConversationSid'
    }

    It 'Remove-ConvConversation refuses <Shown> from the pipeline' -ForEach $bad {
        (Get-ErrorOf { $Bad | Remove-ConvConversation -Confirm:$false }).Count | Should -Be 1
    }

    It 'Remove-ConvConversation refuses <Shown> beside a good one, and removes none' -ForEach $bad {
        Get-EndOf { Remove-ConvConversation $conversation.ConversationSid, $Bad -Confirm:$false } | Should -Not -BeNullOrEmpty
    }

    It 'Remove-ConvConversation refuses <Shown> in the property of an object' -ForEach $bad {
        $item = [pscustomobject]@{ ResourceType = 'ConvConversation'; ConversationSid = $Bad }
        (Get-ErrorOf { $item | Remove-ConvConversation -Confirm:$false }).Count | Should -Be 1
    }

    It 'Set-ConvConversation refuses <Shown>' -ForEach $bad {
        Get-EndOf { Set-ConvConversation $Bad -FriendlyName x } | Should -Not -BeNullOrEmpty
    }

    It 'Get-ConvConversation refuses <Shown>' -ForEach $bad {
        Get-EndOf { Get-ConvConversation $Bad } | Should -Not -BeNullOrEmpty
    }

    It 'Get-ConvParticipant refuses <Shown> as the conversation' -ForEach $bad {
        Get-EndOf { Get-ConvParticipant $Bad } | Should -Not -BeNullOrEmpty
    }

    It 'Add-ConvParticipant refuses <Shown> as the conversation' -ForEach $bad {
        Get-EndOf { Add-ConvParticipant $Bad -Identity x } | Should -Not -BeNullOrEmpty
    }

    It 'Remove-ConvParticipant refuses <Shown> as the conversation' -ForEach $bad {
        Get-EndOf { Remove-ConvParticipant $Bad $participant.ParticipantSid -Confirm:$false } | Should -Not -BeNullOrEmpty
    }

    It 'Remove-ConvService refuses <Shown>' -ForEach $bad {
        Get-EndOf { Remove-ConvService $Bad -Force -Confirm:$false } | Should -Not -BeNullOrEmpty
    }

    It 'refuses <Shown> as -ServiceSid' -ForEach ($bad | Where-Object { $null -ne $_.Bad }) {
        (Get-ErrorOf { Remove-ConvConversation $conversation.ConversationSid -ServiceSid $Bad -Confirm:$false }).Count | Should -Be 1
        (Get-ErrorOf { Get-ConvConversation -ServiceSid $Bad }).Count | Should -Be 1
    }

    It 'refuses the unique name <Shown>' -ForEach @(
        @{ Shown = "''"; Bad = '' }
        @{ Shown = "' '"; Bad = ' ' }
        @{ Shown = "'.'"; Bad = '.' }
        @{ Shown = "'..'"; Bad = '..' }
        @{ Shown = "'a/../b'"; Bad = 'a/../b' }
        @{ Shown = '$null'; Bad = $null }
    ) {
        Get-EndOf { Remove-ConvConversation -UniqueName $Bad -Confirm:$false } | Should -Not -BeNullOrEmpty
        Get-EndOf { Get-ConvConversation -UniqueName $Bad } | Should -Not -BeNullOrEmpty
    }

    It 'says what an identifier is and what was given' {
        $ended = Get-EndOf { Remove-ConvConversation $participant.ParticipantSid -Confirm:$false }
        $ended.FullyQualifiedErrorId | Should -BeLike 'InvalidIdentifier,*'
        $ended.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $ended.Exception.Message | Should -Match 'participant SID.*conversation SID: CH and 32'
    }
}

Describe 'A target that is not there' {
    BeforeEach { $null = Connect-TestSandbox @{ Seed = 3 } }

    It 'is already gone when its well-formed SID is not known' {
        $found = $null
        $outcome = Remove-ConvConversation $absentConversation -Confirm:$false -PassThru -ErrorVariable found
        $outcome.Status | Should -Be 'AlreadyGone'
        $found | Should -BeNullOrEmpty
    }

    It 'is already gone the second time' {
        $items = @(Get-ConvConversation -First 3)
        $items | Remove-ConvConversation -Confirm:$false
        ($items | Remove-ConvConversation -Confirm:$false -PassThru).Status | Select-Object -Unique | Should -Be 'AlreadyGone'
    }

    It 'is an error when its unique name is not known, and not already gone' {
        $outcomes = Remove-ConvConversation -UniqueName 'no-such-name' -Confirm:$false -PassThru -ErrorVariable found -ErrorAction SilentlyContinue
        $outcomes.Status | Should -Be 'Failed'
        $found.Count | Should -Be 1
        $found[0].FullyQualifiedErrorId | Should -BeLike 'Twilio.20404,*'
        $found[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'is an error when its service is not there, and not already gone' {
        $sid = (Get-ConvConversation -First 1).ConversationSid
        $outcome = Remove-ConvConversation $sid -ServiceSid $absentService -Confirm:$false -PassThru -ErrorVariable found -ErrorAction SilentlyContinue
        $outcome.Status | Should -Be 'Failed'
        $found.Count | Should -Be 1
        $found[0].Exception.Message | Should -Match $absentService
        Get-ConvConversation $sid | Should -Not -BeNullOrEmpty
    }

    It 'asks for a missing service once, not for each target' {
        $sids = 1..20 | ForEach-Object { 'CH{0:x32}' -f $_ }
        Clear-Sent
        $null = $sids | Remove-ConvConversation -ServiceSid $absentService -Confirm:$false -ErrorAction SilentlyContinue
        @((Get-Sent) | Where-Object Method -EQ 'GET').Count | Should -Be 1
    }

    It 'is already gone when a participant is not in its conversation any more' {
        $sid = (Get-ConvConversation -First 1).ConversationSid
        (Remove-ConvParticipant $sid $absentParticipant -Confirm:$false -PassThru).Status | Should -Be 'AlreadyGone'
    }

    It 'is an error when the conversation of a participant is not there' {
        $outcome = Remove-ConvParticipant $absentConversation $absentParticipant -Confirm:$false -PassThru -ErrorVariable found -ErrorAction SilentlyContinue
        $outcome.Status | Should -Be 'Failed'
        $found[0].Exception.Message | Should -Match $absentConversation
    }

    It 'is already gone when a service is not there' {
        (Remove-ConvService $absentService -Force -Confirm:$false -PassThru).Status | Should -Be 'AlreadyGone'
    }

    It 'is an error for Get and Set' {
        (Get-ErrorOf { Get-ConvConversation $absentConversation }).FullyQualifiedErrorId | Should -BeLike 'Twilio.20404,*'
        (Get-ErrorOf { Set-ConvConversation $absentConversation -FriendlyName x }).FullyQualifiedErrorId | Should -BeLike 'Twilio.20404,*'
    }

    It 'is the input that the error is about, with what the provider said on its exception' {
        $found = Get-ErrorOf { Get-ConvConversation $absentConversation }
        $found[0].TargetObject | Should -Be $absentConversation
        $found[0].Exception.ErrorCode | Should -Be '20404'
        $found[0].Exception.StatusCode | Should -Be 404
        $found[0].Exception.RequestId | Should -Match '^RQ'
        $found[0].Exception.MoreInfo | Should -Match '20404'
    }
}

Describe 'Names' {
    BeforeEach { $null = Connect-TestSandbox @{ Seed = 3 } }

    It 'removes the conversation of a unique name' {
        $named = Get-ConvConversation | Where-Object UniqueName | Select-Object -First 1
        (Remove-ConvConversation -UniqueName $named.UniqueName -Confirm:$false -PassThru).Status | Should -Be 'Removed'
        (Get-ConvConversation).ConversationSid | Should -Not -Contain $named.ConversationSid
    }

    It 'sends a slash in a unique name escaped' {
        $named = New-ConvConversation -UniqueName 'lead/7 ü?#%'
        Clear-Sent
        (Get-ConvConversation -UniqueName 'lead/7 ü?#%').ConversationSid | Should -Be $named.ConversationSid
        (Get-Sent)[0].Path | Should -Match '/lead%2F7%20%C3%BC%3F%23%25$'
    }

    It 'fetches a participant by identity' {
        $chat = Get-ConvConversation | Get-ConvParticipant | Where-Object Identity | Select-Object -First 1
        (Get-ConvParticipant $chat.ConversationSid -Identity $chat.Identity).ParticipantSid | Should -Be $chat.ParticipantSid
    }
}
