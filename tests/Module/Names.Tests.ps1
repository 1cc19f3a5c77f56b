BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"
    $null = Connect-TestSandbox
    $absentUser = 'US' + '0' * 32

    # Somebody in a conversation with a unique name that needs escaping, as the user conversation of that.
    function Add-Membership {
        $id = [guid]::NewGuid()
        $conversation = New-ConvConversation -UniqueName "order/$id"
        $null = $conversation | Add-ConvParticipant -Identity "ann/$id"
        @{ Identity = "ann/$id"; UniqueName = "order/$id"; UserSid = (Get-ConvUser -Identity "ann/$id").UserSid; ConversationSid = $conversation.ConversationSid }
    }

    # The outcome and the errors of a removal.
    function Invoke-Removal([string] $Command) { Split-Output ([scriptblock]::Create("$Command -PassThru -Confirm:`$false")) }
}

AfterAll { Close-Connection }

Describe 'A user by identity' {
    BeforeEach {
        $user = New-ConvUser "ben/$([guid]::NewGuid())"
        Clear-Sent
    }

    It 'is the user that the SID names, for Get, Set and Remove' {
        (Get-ConvUser -Identity $user.Identity).UserSid | Should -Be $user.UserSid
        (Get-ConvUser -UserSid $user.UserSid).Identity | Should -Be $user.Identity
        (Set-ConvUser -Identity $user.Identity -FriendlyName Ben).UserSid | Should -Be $user.UserSid
        (Set-ConvUser -UserSid $user.UserSid -FriendlyName Benny).FriendlyName | Should -Be 'Benny'
        (Remove-ConvUser -Identity $user.Identity -Confirm:$false -PassThru).Status | Should -Be 'Removed'
        (Remove-ConvUser -UserSid $user.UserSid -Confirm:$false -PassThru).Status | Should -Be 'AlreadyGone'
    }

    It 'is sent escaped, as one part of the path' {
        $null = Get-ConvUser -Identity $user.Identity
        (Get-Sent)[-1].Path | Should -BeLike '*/Users/ben%2F*'
    }

    It 'who does not exist is an error for Get, Set and Remove, and not already gone' {
        (Get-ErrorOf { Get-ConvUser -Identity nobody }).FullyQualifiedErrorId | Should -BeLike 'Twilio.20404,*'
        (Get-ErrorOf { Set-ConvUser -Identity nobody -FriendlyName x }).FullyQualifiedErrorId | Should -BeLike 'Twilio.20404,*'
        $failure = Invoke-Removal 'Remove-ConvUser -Identity nobody'
        $failure.Output.Status | Should -Be 'Failed'
        $failure.Errors.Count | Should -Be 1
        $failure.Errors[0].FullyQualifiedErrorId | Should -BeLike 'Twilio.20404,*'
        $failure.Errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'that failed is an outcome that cannot be taken for a SID' {
        $failure = Invoke-Removal 'Remove-ConvUser -Identity nobody'
        Clear-Sent
        (Get-ErrorOf { $failure.Output | Remove-ConvUser -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'InvalidIdentifier,*'
        @(Get-Sent).Count | Should -Be 0
    }

    It 'with the SID too, or neither, is an error before any request: <Command>' -ForEach @(
        @{ Command = 'Get-ConvUser -UserSid $absentUser -Identity x' }
        @{ Command = 'Set-ConvUser -UserSid $absentUser -Identity x -FriendlyName x' }
        @{ Command = 'Remove-ConvUser -UserSid $absentUser -Identity x -Confirm:$false' }
        @{ Command = 'Set-ConvUser -UserSid @() -FriendlyName x' }
        @{ Command = 'Remove-ConvUser -UserSid @() -Confirm:$false' }
        @{ Command = 'Remove-ConvUser -Identity @() -Confirm:$false' }
        @{ Command = 'Remove-ConvUser -Identity "" -Confirm:$false' }
        @{ Command = 'Remove-ConvUser -Identity ".." -Confirm:$false' }
        @{ Command = '$user | Remove-ConvUser -Identity x -Confirm:$false' }
        @{ Command = '$user | Set-ConvUser -Identity x -FriendlyName x' }
    ) {
        Get-EndOf ([scriptblock]::Create($Command)) | Should -Not -BeNullOrEmpty
        @(Get-Sent).Count | Should -Be 0
    }
}

Describe 'A user conversation by names' {
    BeforeEach {
        $one = Add-Membership
        Clear-Sent
    }

    It 'is the one that the SIDs name, for Get, Set and Remove: <Name>' -ForEach @(
        @{ Name = '-UserSid -ConversationSid'; By = 'UserSid', 'ConversationSid' }
        @{ Name = '-UserSid -UniqueName'; By = 'UserSid', 'UniqueName' }
        @{ Name = '-Identity -ConversationSid'; By = 'Identity', 'ConversationSid' }
        @{ Name = '-Identity -UniqueName'; By = 'Identity', 'UniqueName' }
    ) {
        $named = @{}
        foreach ($key in $By) { $named[$key] = $one[$key] }
        $read = Get-ConvUserConversation @named
        $read.UserSid | Should -Be $one.UserSid
        $read.ConversationSid | Should -Be $one.ConversationSid
        (Set-ConvUserConversation @named -NotificationLevel muted).NotificationLevel | Should -Be 'muted'
        ($read | Get-ConvUserConversation).NotificationLevel | Should -Be 'muted'
        (Remove-ConvUserConversation @named -Confirm:$false -PassThru).Status | Should -Be 'Removed'
        (Get-ErrorOf { $read | Get-ConvUserConversation }).FullyQualifiedErrorId | Should -BeLike 'Twilio.20404,*'
        # Only the membership is gone.
        (Get-ConvConversation $one.ConversationSid).UniqueName | Should -Be $one.UniqueName
        (Get-ConvUser $one.UserSid).Identity | Should -Be $one.Identity
    }

    It 'is listed for a user by SID and by identity' {
        (Get-ConvUserConversation $one.UserSid).ConversationSid | Should -Be $one.ConversationSid
        (Get-ConvUserConversation -Identity $one.Identity).ConversationSid | Should -Be $one.ConversationSid
    }

    It 'by its SID from the pipeline takes the user by identity' {
        $one.ConversationSid | Set-ConvUserConversation -Identity $one.Identity -NotificationLevel muted | ForEach-Object UserSid | Should -Be $one.UserSid
        ($one.ConversationSid | Remove-ConvUserConversation -Identity $one.Identity -Confirm:$false -PassThru).Status | Should -Be 'Removed'
    }

    It 'is refused when the object is of another user than the command line says: <Command>' -ForEach @(
        @{ Command = 'Remove-ConvUserConversation -Confirm:$false -UserSid $absentUser' }
        @{ Command = 'Remove-ConvUserConversation -Confirm:$false -Identity somebody' }
        @{ Command = 'Set-ConvUserConversation -NotificationLevel muted -UserSid $absentUser' }
        @{ Command = 'Set-ConvUserConversation -NotificationLevel muted -Identity somebody' }
    ) {
        $read = Get-ConvUserConversation -Identity $one.Identity
        Clear-Sent
        $pipeline = [scriptblock]::Create("`$input | $Command")
        (Get-EndOf { $read | & $pipeline }).FullyQualifiedErrorId | Should -BeLike 'WrongTarget,*'
        @(Get-Sent).Count | Should -Be 0
    }

    It 'is an error before any request without exactly one of each: <Command>' -ForEach @(
        @{ Command = 'Get-ConvUserConversation'; Id = 'NotExactlyOne' }
        @{ Command = 'Get-ConvUserConversation -UserSid $absentUser -Identity x'; Id = 'NotExactlyOne' }
        @{ Command = 'Get-ConvUserConversation -ConversationSid $absentConversation'; Id = 'NotExactlyOne' }
        @{ Command = 'Get-ConvUserConversation -UniqueName x'; Id = 'NotExactlyOne' }
        @{ Command = 'Get-ConvUserConversation -Identity x -ConversationSid $absentConversation -UniqueName x'; Id = 'AmbiguousParameterSet' }
        @{ Command = 'Set-ConvUserConversation -NotificationLevel muted -ConversationSid $absentConversation'; Id = 'NotExactlyOne' }
        @{ Command = 'Set-ConvUserConversation -NotificationLevel muted -UserSid $absentUser -Identity x -ConversationSid $absentConversation'; Id = 'NotExactlyOne' }
        @{ Command = 'Set-ConvUserConversation -NotificationLevel muted -UserSid $absentUser -ConversationSid $absentConversation -UniqueName x'; Id = 'AmbiguousParameterSet' }
        @{ Command = 'Remove-ConvUserConversation -Confirm:$false -UniqueName x'; Id = 'NotExactlyOne' }
        @{ Command = 'Remove-ConvUserConversation -Confirm:$false -UserSid $absentUser -Identity x -UniqueName x'; Id = 'NotExactlyOne' }
        @{ Command = 'Remove-ConvUserConversation -Confirm:$false -UserSid $absentUser -UniqueName x -ConversationSid $absentConversation'; Id = 'AmbiguousParameterSet' }
        @{ Command = '$absentConversation | Remove-ConvUserConversation -Confirm:$false -UserSid $absentUser -Identity x'; Id = 'NotExactlyOne' }
        @{ Command = '$absentConversation | Set-ConvUserConversation -NotificationLevel muted -UserSid $absentUser -Identity x'; Id = 'NotExactlyOne' }
    ) {
        (Get-EndOf ([scriptblock]::Create($Command))).FullyQualifiedErrorId | Should -BeLike "$Id,*"
        @(Get-Sent).Count | Should -Be 0
    }
}

Describe 'A target that is not there' {
    BeforeAll {
        $one = Add-Membership
        $conversation = Get-ConvConversation $one.ConversationSid
    }

    It 'is already gone by a wrong SID where its parent exists: <Command>' -ForEach @(
        @{ Command = 'Remove-ConvUser $absentUser' }
        @{ Command = 'Remove-ConvRole RL00000000000000000000000000000000' }
        @{ Command = 'Remove-ConvBinding BS00000000000000000000000000000000' }
        @{ Command = 'Remove-ConvMessage $one.ConversationSid IM00000000000000000000000000000000' }
        @{ Command = 'Remove-ConvWebhook $one.ConversationSid WH00000000000000000000000000000000' }
        @{ Command = 'Remove-ConvParticipant $one.ConversationSid $absentParticipant' }
        @{ Command = 'Remove-ConvUserConversation $one.UserSid $absentConversation' }
    ) {
        $gone = Invoke-Removal $Command
        $gone.Output.Status | Should -Be 'AlreadyGone'
        $gone.Errors | Should -BeNullOrEmpty
    }

    It 'failed where its parent is not there: <Command>' -ForEach @(
        @{ Command = 'Remove-ConvUser $one.UserSid -ServiceSid $absentService'; Parent = 'IS0{32}' }
        @{ Command = 'Remove-ConvRole RL00000000000000000000000000000000 -ServiceSid $absentService'; Parent = 'IS0{32}' }
        @{ Command = 'Remove-ConvBinding BS00000000000000000000000000000000 -ServiceSid $absentService'; Parent = 'IS0{32}' }
        @{ Command = 'Remove-ConvMessage $absentConversation IM00000000000000000000000000000000'; Parent = 'CH0{32}' }
        @{ Command = 'Remove-ConvWebhook $absentConversation WH00000000000000000000000000000000'; Parent = 'CH0{32}' }
        @{ Command = 'Remove-ConvParticipant $absentConversation $absentParticipant'; Parent = 'CH0{32}' }
        @{ Command = 'Remove-ConvUserConversation $absentUser $one.ConversationSid'; Parent = 'US0{32}' }
    ) {
        $failure = Invoke-Removal $Command
        $failure.Output.Status | Should -Be 'Failed'
        $failure.Errors.Count | Should -Be 1
        $failure.Errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failure.Errors[0].Exception.Message | Should -Match $Parent
    }

    It 'is an error by a wrong name, and not already gone: <Command>' -ForEach @(
        @{ Command = 'Remove-ConvUser -Identity nobody' }
        @{ Command = 'Remove-ConvConversation -UniqueName nothing' }
        @{ Command = 'Remove-ConvUserConversation -Identity nobody -ConversationSid $one.ConversationSid' }
        @{ Command = 'Remove-ConvUserConversation -UserSid $one.UserSid -UniqueName nothing' }
        @{ Command = 'Remove-ConvUserConversation -Identity $one.Identity -UniqueName nothing' }
        # The 404 does not say which of the two was not found, and the identity may be the wrong one.
        @{ Command = 'Remove-ConvUserConversation -Identity $one.Identity -ConversationSid $absentConversation' }
    ) {
        $failure = Invoke-Removal $Command
        $failure.Output.Status | Should -Be 'Failed'
        $failure.Errors.Count | Should -Be 1
        $failure.Errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failure.Errors[0].Exception.StatusCode | Should -Be 404
    }
}
