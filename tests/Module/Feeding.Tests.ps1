BeforeDiscovery { . "$PSScriptRoot/Samples.ps1" }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"
    Connect-EverySandbox
    $conversations = @(Get-ConvConversation)
    $users = @(Get-ConvUser)

    # A conversation with somebody who chats and somebody who does not, and a message of each and one of neither.
    $mixed = New-ConvConversation -FriendlyName mixed
    $chat = $mixed | Add-ConvParticipant -Identity $users[0].Identity
    $text = $mixed | Add-ConvParticipant -MessagingBindingAddress '+15558675310' -MessagingBindingProxyAddress '+15017122661'
    $ofSystem = $mixed | New-ConvMessage -Body 'of nobody'
    $ofChat = $mixed | New-ConvMessage -Author $users[0].Identity -Body 'of somebody'
    $ofTexter = @(Get-ConvParticipantConversation -Address '+15558675310')
    $ofChatter = @(Get-ConvParticipantConversation -Identity $users[0].Identity)

    # The paths that were asked for, without the host's part.
    function Get-Path { @((Get-Sent).Path -replace '^/v1/Services/') }
}

AfterAll { Close-Connection }

Describe 'Services feed' {
    BeforeEach { Clear-Sent }

    It '<_>, for each service' -ForEach 'Get-ConvConversation', 'Get-ConvRole', 'Get-ConvUser', 'Get-ConvBinding', 'Get-ConvServiceConfiguration', 'Get-ConvServiceNotification', 'Get-ConvServiceWebhook' {
        $services = @(Get-ConvService)
        $services.Count | Should -BeGreaterThan 2
        Clear-Sent
        $read = @($services | & $_)
        ((Get-Path) -replace '/.*' | Sort-Object -Unique) | Should -Be ($services.ServiceSid | Sort-Object)
        $services.ServiceSid | Should -Contain $read[0].ServiceSid
        $read.ResourceType | Select-Object -Unique | Should -Be ($_ -replace '^Get-')
    }

    It 'Get-ConvParticipantConversation, which still needs to know of whom' {
        $services = @(Get-ConvService)
        Clear-Sent
        $read = @($services | Get-ConvParticipantConversation -Identity $users[0].Identity)
        @($read | Where-Object ServiceSid -EQ $mixed.ServiceSid).Count | Should -Be $ofChatter.Count
        @(Get-Sent).Count | Should -Be $services.Count
        Clear-Sent
        (Get-EndOf { $services | Get-ConvParticipantConversation }).FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        @(Get-Sent).Count | Should -Be 0
    }
}

Describe 'Conversations feed' {
    BeforeEach { Clear-Sent }

    It '<Get> <Form>' -ForEach @(
        foreach ($form in $forms) { foreach ($get in 'Get-ConvParticipant', 'Get-ConvMessage', 'Get-ConvWebhook') { @{ Get = $get } + $form } }
    ) {
        $piped = @(& $Convert $conversations)
        $read = @($piped | & $Get)
        $read.Count | Should -BeGreaterThan 1
        $read.ResourceType | Select-Object -Unique | Should -Be ($Get -replace '^Get-')
        @(Get-Sent).Count | Should -Be $conversations.Count
    }

    It 'Get-ConvMessageReceipt by way of the messages <Form>' -ForEach $forms {
        $messages = @(& $Convert ($conversations | Get-ConvMessage))
        Clear-Sent
        $receipts = @($messages | Get-ConvMessageReceipt)
        $receipts.Count | Should -BeGreaterThan 1
        @(Get-Sent).Count | Should -Be $messages.Count
        ($receipts | Get-ConvMessage).MessageSid | Sort-Object -Unique | Should -Be ($receipts.MessageSid | Sort-Object -Unique)
    }
}

Describe 'What a user or a participant is in feeds' {
    BeforeEach { Clear-Sent }

    It 'Get-ConvUserConversation from users <Form>' -ForEach $forms {
        $read = @(& $Convert $users | Get-ConvUserConversation)
        $read.Count | Should -BeGreaterThan 2
        @(Get-Sent).Count | Should -Be $users.Count
        $users.UserSid | Should -Contain $read[0].UserSid
    }

    It '<Get> with the one that <Source> names <Form>' -ForEach @(
        foreach ($form in $forms) {
            foreach ($source in 'Get-ConvUserConversation', 'Get-ConvParticipantConversation') {
                @{ Get = 'Get-ConvConversation'; Identifier = 'ConversationSid'; Source = $source } + $form
                @{ Get = 'Get-ConvParticipant'; Identifier = 'ParticipantSid'; Source = $source } + $form
                @{ Get = 'Get-ConvUser'; Identifier = 'UserSid'; Source = $source } + $form
            }
        }
    ) {
        $rows = @(& $Source -Identity $users[0].Identity)
        $rows.Count | Should -BeGreaterThan 1
        $piped = @(& $Convert $rows)
        Clear-Sent
        $read = @($piped | & $Get)
        ($read.$Identifier | Sort-Object) | Should -Be ($rows.$Identifier | Sort-Object)
        @(Get-Sent).Count | Should -Be $rows.Count
    }

    It 'Get-ConvMessage with all of a conversation, from <_>' -ForEach 'Get-ConvUserConversation', 'Get-ConvParticipantConversation' {
        $rows = @(& $_ -Identity $users[0].Identity)
        $read = @($rows | Get-ConvMessage)
        ($read.ConversationSid | Sort-Object -Unique) | Should -Be ($rows.ConversationSid | Sort-Object -Unique)
    }

    It 'Remove-ConvUserConversation from user conversations <Form>' -ForEach $forms {
        $rows = @(Add-Sample ConvUserConversation)
        $outcomes = @(& $Convert $rows | Remove-ConvUserConversation -Confirm:$false -PassThru)
        $outcomes.Status | Select-Object -Unique | Should -Be 'Removed'
        @($outcomes).Count | Should -Be $rows.Count
    }

    It 'Get-ConvParticipant with who wrote a message, and Get-ConvRole with the role of a user' {
        ($ofChat | Get-ConvParticipant).ParticipantSid | Should -Be $chat.ParticipantSid
        ($users[0] | Get-ConvRole).RoleSid | Should -Be $users[0].RoleSid
        ($chat | Get-ConvRole).RoleSid | Should -Be $chat.RoleSid
    }
}

Describe 'An object of each type' {
    BeforeEach { Clear-EverySent }

    It 'is read again by its own Get- cmdlet, and nothing else is: <Type> <Form>' -ForEach @(
        # Of participant conversations there is a list only.
        foreach ($resource in $resources | Where-Object Type -NE 'ConvParticipantConversation') { foreach ($form in $forms) { $resource + $form } }
    ) {
        $items = @(Add-Sample $Type)
        $piped = @(& $Convert $items)
        Clear-EverySent
        $again = @($piped | & "Get-$Type")
        ("$again" -split ' ' | Sort-Object) | Should -Be ("$items" -split ' ' | Sort-Object)
        @(Get-EverySent).Count | Should -Be $items.Count
    }
}

# A list in place of the one that was meant might be piped into a removal.
Describe 'An object that does not name what is to be read' {
    BeforeEach { Clear-EverySent }

    BeforeDiscovery {
        $nameless = @(
            @{ What = 'a message of nobody'; Get = 'Get-ConvParticipant'; Bad = { $ofSystem }; Good = { $ofChat } }
            @{ What = 'a texter''s conversation'; Get = 'Get-ConvUser'; Bad = { $ofTexter[0] }; Good = { $ofChatter[0] } }
            @{ What = 'a role'; Get = 'Get-ConvUser'; Bad = { Get-ConvRole -First 1 }; Good = { $users[0] } }
            @{ What = 'a conversation'; Get = 'Get-ConvUser'; Bad = { $mixed }; Good = { $users[0] } }
            @{ What = 'a texter'; Get = 'Get-ConvRole'; Bad = { $text }; Good = { $chat } }
            @{ What = 'a conversation'; Get = 'Get-ConvRole'; Bad = { $mixed }; Good = { $users[0] } }
            @{ What = 'a user'; Get = 'Get-ConvBinding'; Bad = { $users[0] }; Good = { Get-ConvBinding -First 1 } }
            @{ What = 'a user'; Get = 'Get-ConvConversation'; Bad = { $users[0] }; Good = { $mixed } }
            @{ What = 'a configuration'; Get = 'Get-ConvConversation'; Bad = { Get-ConvServiceConfiguration }; Good = { $mixed } }
            @{ What = 'a participant'; Get = 'Get-ConvMessage'; Bad = { $chat }; Good = { $ofChat } }
            @{ What = 'a participant'; Get = 'Get-ConvWebhook'; Bad = { $chat }; Good = { $mixed | New-ConvWebhook -ConfigurationUrl https://example.com -ConfigurationFilter onMessageAdded } }
            @{ What = 'a conversation'; Get = 'Get-ConvMessageReceipt'; Bad = { $mixed }; Good = { $conversations | Get-ConvMessage | Get-ConvMessageReceipt | Select-Object -First 1 } }
            @{ What = 'a texter''s conversation'; Get = 'Get-ConvUserConversation'; Bad = { $ofTexter[0] }; Good = { $ofChatter[0] } }
            @{ What = 'a conversation'; Get = 'Get-ConvUserConversation'; Bad = { $mixed }; Good = { $ofChatter[0] } }
        )
    }

    It 'is an error for <Get>, and the others go on: <What> <Form>' -ForEach @(foreach ($case in $nameless) { foreach ($form in $forms) { $case + $form } }) {
        $bad = @(& $Bad)[0]
        $good = @(& $Good)[0]
        $piped = @(& $Convert @($bad)) + @(& $Convert @($good)) + @(& $Convert @($bad)) + @(& $Convert @($good))
        Clear-Sent
        $split = Split-Output { $piped | & $Get }
        $read = $split.Output
        $found = $split.Errors
        $read.Count | Should -Be 2
        $read[0].ResourceType | Should -Be ($Get -replace '^Get-')
        @(Get-Sent).Count | Should -Be 2
        $found.Count | Should -Be 2
        $found[0].Exception | Should -Not -BeOfType [System.NullReferenceException]
        $found[0].Exception.Message | Should -Match 'Sid'
    }

    It 'named by $null on the command line is an error too: <_>' -ForEach @($resources | Where-Object Type -NE 'ConvParticipantConversation' | ForEach-Object { "Get-$($_.Type)" }) {
        $ended = Get-EndOf ([scriptblock]::Create("$_ `$null"))
        $ended.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError*'
        @(Get-EverySent).Count | Should -Be 0
    }
}
