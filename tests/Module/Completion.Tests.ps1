BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    # What the shell offers at the end of a line.
    function Get-Offer([string] $Line) { @((TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches) }

    function Get-Word([string] $Line) { @((Get-Offer $Line).CompletionText) }
}

AfterAll { Close-Connection }

Describe 'The documented values' {
    BeforeAll { $null = Connect-TestSandbox }

    It 'are offered by -<Parameter> of <Command>' -ForEach @(
        @{ Command = 'Get-ConvConversation'; Parameter = 'State'; Words = 'active', 'closed', 'inactive' }
        @{ Command = 'Set-ConvConversation'; Parameter = 'State'; Words = 'active', 'closed', 'inactive' }
        @{ Command = 'Get-ConvMessage'; Parameter = 'Order'; Words = 'asc', 'desc' }
        @{ Command = 'Get-ConvBinding'; Parameter = 'BindingType'; Words = 'apn', 'fcm', 'gcm', 'twilsock' }
        @{ Command = 'New-ConvRole'; Parameter = 'Type'; Words = 'conversation', 'service' }
        @{ Command = 'New-ConvRole'; Parameter = 'Permission'; Words = 'createConversation', 'joinConversation', 'sendMessage' }
        @{ Command = 'Set-ConvRole'; Parameter = 'Permission'; Words = 'createConversation', 'joinConversation', 'sendMessage' }
        @{ Command = 'Set-ConvUserConversation'; Parameter = 'NotificationLevel'; Words = 'default', 'muted' }
        @{ Command = 'Set-ConvServiceWebhook'; Parameter = 'Filter'; Words = 'onConversationAdded', 'onMessageAdded', 'onParticipantUpdated' }
        @{ Command = 'Set-ConvServiceWebhook'; Parameter = 'Method'; Words = 'GET', 'POST' }
        @{ Command = 'New-ConvWebhook'; Parameter = 'ConfigurationFilter'; Words = 'onConversationUpdated', 'onMessageAdded', 'onParticipantAdded' }
        @{ Command = 'Set-ConvWebhook'; Parameter = 'ConfigurationFilter'; Words = 'onConversationUpdated', 'onMessageAdded', 'onParticipantAdded' }
        @{ Command = 'New-ConvWebhook'; Parameter = 'ConfigurationMethod'; Words = 'get', 'post' }
        @{ Command = 'Set-ConvWebhook'; Parameter = 'ConfigurationMethod'; Words = 'get', 'post' }
        @{ Command = 'New-ConvWebhook'; Parameter = 'Target'; Words = 'studio', 'trigger', 'webhook' }
        @{ Command = 'New-ProxySession'; Parameter = 'Mode'; Words = 'message-only', 'voice-and-message', 'voice-only'; All = $true }
        @{ Command = 'New-ProxySession'; Parameter = 'Status'; Words = 'closed', 'failed', 'in-progress', 'open', 'unknown'; All = $true }
        @{ Command = 'Set-ProxySession'; Parameter = 'Status'; Words = 'closed', 'in-progress'; All = $true }
        @{ Command = 'Get-TelnyxConversation'; Parameter = 'OrderBy'; Words = 'created_at.asc', 'created_at.desc', 'last_message_at.asc', 'last_message_at.desc'; All = $true }
        @{ Command = 'Get-TelnyxConversation'; Parameter = 'Channel'; Words = 'phone_call'; All = $true }
        @{ Command = 'New-SunshineConversation'; Parameter = 'Type'; Words = 'personal', 'sdkGroup'; All = $true }
    ) {
        $offered = Get-Word "$Command -$Parameter "
        foreach ($word in $Words) { $offered -ccontains $word | Should -BeTrue -Because $word }
        # Nothing else, such as the files of the directory.
        $offered | Should -BeExactly @($offered -cmatch '^[A-Za-z][A-Za-z_.-]+$')
        if ($All) { $offered | Sort-Object | Should -BeExactly $Words }
        # What is begun narrows it, whatever its case, and in the middle of an array too.
        $one = @($Words)[-1]
        $expected = @($offered -like "$($one.Substring(0, 2))*")
        Get-Word "$Command -$Parameter $($one.Substring(0, 2).ToUpperInvariant())" | Should -BeExactly $expected
        if ((Get-Command $Command).Parameters[$Parameter].ParameterType.IsArray) {
            Get-Word "$Command -$Parameter $($Words[0]), $($one.Substring(0, 2))" | Should -BeExactly $expected
        }
        Get-Word "$Command -$Parameter '$($one.Substring(0, 2))" | Should -Not -BeNullOrEmpty
    }
}

Describe 'The names of connections' {
    BeforeAll {
        Close-Connection
        $null = Connect-TestSandbox -Name 'Rehearsal'
        $null = Connect-TestSandbox -Name 'Two words'
    }
    AfterAll { Close-Connection }

    It 'are offered by <_>, quoted where they need it' -ForEach @(
        'Get-TelnyxConversation -Connection', 'Remove-SunshineConversation -Connection', 'New-ProxySession -Connection', 'Get-ConvRole -Connection', 'Remove-ConvUser -Connection', 'New-ConvWebhook -Connection', 'Get-ConvConnection', 'Select-ConvConnection', 'Disconnect-ConvProvider'
    ) {
        Get-Word "$_ " | Sort-Object | Should -Be "'Two words'", 'Rehearsal'
        Get-Word "$_ re" | Should -Be 'Rehearsal'
        (Get-Offer "$_ re")[0].ToolTip | Should -Match 'Twilio AC[0-9a-f]{32} at '
    }
}

# Tab is pressed often, so it must not cost a request; and it offers nothing of another account, because a removal may follow.
Describe 'The identifiers that were seen' {
    BeforeAll {
        Close-Connection
        $sandbox = (Connect-TestSandbox).Sandbox
        $service = New-ConvService 'Zebra support'
        $conversation = New-ConvConversation -FriendlyName 'Zebra one'
        $byName = New-ConvConversation -UniqueName 'zebra/unique'
        $user = New-ConvUser 'zebra.user' -FriendlyName 'Zebra Person'
        $byIdentity = New-ConvUser 'zebra.nameless'
        $role = New-ConvRole 'Zebra keeper' conversation sendMessage
    }
    BeforeEach { $sandbox.Clear() }
    AfterEach { $sandbox.Requests.Count | Should -Be 0 }

    It 'are offered by <Line>' -ForEach @(
        @{ Line = 'Get-ConvService'; Kind = 'service' }
        @{ Line = 'Remove-ConvService -ServiceSid'; Kind = 'service' }
        @{ Line = 'Get-ConvConversation -ServiceSid'; Kind = 'service' }
        @{ Line = 'New-ConvUser x -ServiceSid'; Kind = 'service' }
        @{ Line = 'Remove-ConvBinding -ServiceSid'; Kind = 'service' }
        @{ Line = 'Get-ConvServiceConfiguration'; Kind = 'service' }
        @{ Line = 'Set-ConvServiceNotification'; Kind = 'service' }
        @{ Line = 'Set-ConvServiceWebhook -ServiceSid'; Kind = 'service' }
        @{ Line = 'Get-ConvConversation'; Kind = 'conversation' }
        @{ Line = 'Remove-ConvConversation'; Kind = 'conversation' }
        @{ Line = 'Set-ConvConversation -ConversationSid'; Kind = 'conversation' }
        @{ Line = 'Get-ConvParticipant'; Kind = 'conversation' }
        @{ Line = 'Get-ConvMessageReceipt'; Kind = 'conversation' }
        @{ Line = 'New-ConvMessage'; Kind = 'conversation' }
        @{ Line = 'Remove-ConvMessage -ConversationSid'; Kind = 'conversation' }
        @{ Line = 'Set-ConvWebhook'; Kind = 'conversation' }
        @{ Line = 'Remove-ConvUserConversation -ConversationSid'; Kind = 'conversation' }
        @{ Line = 'Get-ConvUser'; Kind = 'user' }
        @{ Line = 'Set-ConvUser -UserSid'; Kind = 'user' }
        @{ Line = 'Remove-ConvUser'; Kind = 'user' }
        @{ Line = 'Get-ConvUserConversation'; Kind = 'user' }
        @{ Line = 'Remove-ConvUserConversation -UserSid'; Kind = 'user' }
        @{ Line = 'Get-ConvRole'; Kind = 'role' }
        @{ Line = 'Remove-ConvRole'; Kind = 'role' }
        @{ Line = 'Set-ConvRole -RoleSid'; Kind = 'role' }
        @{ Line = 'New-ConvUser x -RoleSid'; Kind = 'role' }
        @{ Line = 'Set-ConvParticipant -RoleSid'; Kind = 'role' }
        @{ Line = 'Set-ConvServiceConfiguration -DefaultChatServiceRoleSid'; Kind = 'role' }
    ) {
        $sid, $name = switch ($Kind) {
            'service' { $service.ServiceSid, 'Zebra support' }
            'conversation' { $conversation.ConversationSid, 'Zebra one' }
            'user' { $user.UserSid, 'Zebra Person' }
            'role' { $role.RoleSid, 'Zebra keeper' }
        }
        $all = Get-Offer "$Line "
        $all.CompletionText | Should -Contain $sid
        @(@($all.CompletionText) -notmatch "^$($sid.Substring(0, 2))[0-9a-f]{32}$").Count | Should -Be 0
        # By the beginning of the identifier, and by any part of the name.
        $offer = @(Get-Offer "$Line $($sid.Substring(0, 12))")
        $offer.CompletionText | Should -Be $sid
        $offer[0].ListItemText | Should -Be "$name ($sid)"
        $offer[0].ToolTip | Should -Be "$($name): $sid"
        Get-Word "$Line $($name.Split(' ')[1].ToUpperInvariant())" | Should -Contain $sid
        Get-Word "$Line 'ebra $($name.Split(' ')[1])'" | Should -Be $sid
        Get-Word "$Line no-such-name" | Should -Not -Match '^[A-Z]{2}[0-9a-f]{32}$'
    }

    It 'are shown with the name that there is' {
        (Get-Offer "Get-ConvConversation $($byName.ConversationSid)")[0].ListItemText | Should -Be "zebra/unique ($($byName.ConversationSid))"
        (Get-Offer "Get-ConvUser $($byIdentity.UserSid)")[0].ListItemText | Should -BeLike "*zebra.nameless* ($($byIdentity.UserSid))"
    }

    It 'are of the service that the line names, and of all when it names none' {
        Get-Word "Get-ConvConversation -ServiceSid $($service.ServiceSid) -ConversationSid zebra" | Should -Not -Contain $conversation.ConversationSid
        Get-Word "Get-ConvConversation -ServiceSid $($conversation.ServiceSid) -ConversationSid zebra" | Should -Contain $conversation.ConversationSid
    }
}

Describe 'The identifiers of the other providers that were seen' {
    BeforeAll {
        Close-Connection
        Connect-ConvProvider -Sandbox -SandboxOption @{ Conversations = 30 }
        $session = New-ProxySession 'Zebra order'
        $telnyx = New-TelnyxConversation 'Zebra talk'
        $user = (Get-ConvConnection Sandbox-Sunshine).Sandbox.SampleUserId
        $sunshine = New-SunshineConversation personal @{ userId = $user } -DisplayName 'Zebra chat'
        $nameless = New-SunshineConversation personal @{ userId = $user } -Description 'Zebra described'
    }
    BeforeEach { (Get-ConvConnection).Sandbox | ForEach-Object Clear }
    AfterEach { @((Get-ConvConnection).Sandbox | ForEach-Object Requests).Count | Should -Be 0 }
    AfterAll { Close-Connection }

    It 'are offered by <Line>' -ForEach @(
        foreach ($line in 'Get-ProxySession', 'Set-ProxySession', 'Remove-ProxySession -SessionSid') { @{ Line = $line; Item = { $session }; Identifier = 'SessionSid'; Name = 'Zebra order' } }
        foreach ($line in 'Get-TelnyxConversation', 'Set-TelnyxConversation -ConversationId', 'Remove-TelnyxConversation', 'Get-TelnyxConversationMessage', 'Get-TelnyxConversationInsight -ConversationId') {
            @{ Line = $line; Item = { $telnyx }; Identifier = 'ConversationId'; Name = 'Zebra talk' }
        }
        foreach ($line in 'Get-SunshineConversation', 'Set-SunshineConversation', 'Remove-SunshineConversation -ConversationId') {
            @{ Line = $line; Item = { $sunshine }; Identifier = 'ConversationId'; Name = 'Zebra chat' }
        }
    ) {
        $id = (& $Item).$Identifier
        Get-Word "$Line " | Should -Contain $id
        $offer = @(Get-Offer "$Line $($id.Substring(0, 12))")
        $offer.CompletionText | Should -Be $id
        $offer[0].ListItemText | Should -Be "$Name ($id)"
        $offer[0].ToolTip | Should -Be "$($Name): $id"
        Get-Word "$Line $($Name.Split(' ')[1].ToUpperInvariant())" | Should -Contain $id
        Get-Word "$Line 'ebra $($Name.Split(' ')[1])'" | Should -Be $id
    }

    It 'are shown with the description where there is no name' {
        (Get-Offer "Get-SunshineConversation $($nameless.ConversationId)").ListItemText | Should -Be "Zebra described ($($nameless.ConversationId))"
    }

    It 'are those of what contains them: <Line>' -ForEach @(
        @{ Line = 'Get-ProxySession -ProxyServiceSid'; Id = { $session.ProxyServiceSid } }
        @{ Line = 'New-ProxySession -ProxyServiceSid'; Id = { $session.ProxyServiceSid } }
        @{ Line = 'Get-SunshineConversation -AppId'; Id = { $sunshine.AppId } }
        @{ Line = 'Remove-SunshineConversation -AppId'; Id = { $sunshine.AppId } }
    ) {
        $id = & $Id
        Get-Word "$Line " | Should -Be $id
        Get-Word "$Line $($id.Substring(0, 8))" | Should -Be $id
    }

    It 'are of the service and the app that the line names' {
        Get-Word "Get-ProxySession -ProxyServiceSid KS$('0' * 32) -SessionSid zebra" | Should -Not -Contain $session.SessionSid
        Get-Word "Get-ProxySession -ProxyServiceSid $($session.ProxyServiceSid) -SessionSid zebra" | Should -Contain $session.SessionSid
        Get-Word "Remove-SunshineConversation -AppId $('0' * 24) -ConversationId zebra" | Should -Not -Contain $sunshine.ConversationId
        Get-Word "Remove-SunshineConversation -AppId $($sunshine.AppId) -ConversationId zebra" | Should -Contain $sunshine.ConversationId
    }

    It 'are not offered for another provider' {
        Get-Word 'Remove-TelnyxConversation zebra' | Should -Be $telnyx.ConversationId
        @(Get-Word 'Remove-SunshineConversation zebra') | Sort-Object | Should -Be ($sunshine.ConversationId, $nameless.ConversationId | Sort-Object)
        Get-Word 'Remove-ConvConversation zebra' | Should -Not -Match '^([0-9a-f]{24}|[0-9a-f-]{36})$'
        Get-Word 'Remove-TelnyxConversation -Connection Sandbox-Sunshine -ConversationId zebra' | Should -Not -Contain $telnyx.ConversationId
    }
}

# Neither provider says of which account a conversation is, and a removal may follow.
Describe 'What completion remembers of another provider' {
    BeforeEach {
        Close-Connection
        $null = Connect-ConvProvider Telnyx -Sandbox -Name First -SandboxOption @{ Conversations = 3; Seed = 21 }
    }
    AfterAll { Close-Connection }

    It 'is of the connection in use' {
        $first = New-TelnyxConversation 'Quokka of the first'
        $null = Connect-ConvProvider Telnyx -Sandbox -Name Second -SandboxOption @{ Conversations = 3; Seed = 22 }
        $second = New-TelnyxConversation 'Quokka of the second'
        Get-Word 'Remove-TelnyxConversation quokka' | Should -Be $second.ConversationId
        Get-Word 'Remove-TelnyxConversation -Connection First -ConversationId quokka' | Should -Be $first.ConversationId
        Get-Word 'Remove-TelnyxConversation -Connection Nobody -ConversationId quokka' | Should -Not -Contain $first.ConversationId
        $null = Select-ConvConnection First
        Get-Word 'Remove-TelnyxConversation quokka' | Should -Be $first.ConversationId
        Disconnect-ConvProvider First
        Get-Word 'Remove-TelnyxConversation quokka' | Should -Not -Contain $first.ConversationId
    }

    It 'is not of another account that had the name of the connection before' {
        $first = New-TelnyxConversation 'Quokka of the first'
        $null = Connect-ConvProvider Telnyx -Sandbox -Name First -SandboxOption @{ Conversations = 3; Seed = 22 }
        Get-Word 'Remove-TelnyxConversation quokka' | Should -Not -Contain $first.ConversationId
    }
}

Describe 'What completion remembers' {
    BeforeEach {
        Close-Connection
        $null = Connect-TestSandbox @{ Seed = 11 } 'First'
    }
    AfterAll { Close-Connection }

    It 'is what a command read: <Kind>' -ForEach @(
        @{ Kind = 'services'; Command = 'Get-ConvService'; Get = { Get-ConvService -First 3 }; Identifier = 'ServiceSid' }
        @{ Kind = 'conversations'; Command = 'Get-ConvConversation'; Get = { Get-ConvConversation -First 3 }; Identifier = 'ConversationSid' }
        @{ Kind = 'users'; Command = 'Get-ConvUser'; Get = { Get-ConvUser -First 3 }; Identifier = 'UserSid' }
        @{ Kind = 'roles'; Command = 'Get-ConvRole'; Get = { Get-ConvRole -First 3 }; Identifier = 'RoleSid' }
    ) {
        $read = & $Get
        Clear-Sent First
        foreach ($one in $read) { Get-Word "$Command $($one.$Identifier)" | Should -Be $one.$Identifier }
        @(Get-Sent First).Count | Should -Be 0
    }

    It 'has the new name after an update' {
        $one = New-ConvConversation -FriendlyName 'Okapi before'
        $null = $one | Set-ConvConversation -FriendlyName 'Okapi after'
        (Get-Offer 'Get-ConvConversation okapi').ListItemText | Should -Be "Okapi after ($($one.ConversationSid))"
    }

    It 'is not offered after its removal: <Kind>' -ForEach @(
        @{ Kind = 'a service'; Command = 'Get-ConvService'; New = { New-ConvService Okapi }; Identifier = 'ServiceSid'; Remove = 'Remove-ConvService -Force' }
        @{ Kind = 'a conversation'; Command = 'Get-ConvConversation'; New = { New-ConvConversation -FriendlyName Okapi }; Identifier = 'ConversationSid'; Remove = 'Remove-ConvConversation' }
        @{ Kind = 'a user'; Command = 'Get-ConvUser'; New = { New-ConvUser Okapi }; Identifier = 'UserSid'; Remove = 'Remove-ConvUser' }
        @{ Kind = 'a role'; Command = 'Get-ConvRole'; New = { New-ConvRole Okapi service joinConversation }; Identifier = 'RoleSid'; Remove = 'Remove-ConvRole' }
        @{ Kind = 'a session'; Command = 'Get-ProxySession'; New = { New-ProxySession Okapi }; Identifier = 'SessionSid'; Remove = 'Remove-ProxySession' }
        @{ Kind = 'a Telnyx conversation'; Command = 'Get-TelnyxConversation'; New = { New-TelnyxConversation Okapi }; Identifier = 'ConversationId'; Remove = 'Remove-TelnyxConversation' }
        @{ Kind = 'a Sunshine conversation'; Command = 'Get-SunshineConversation'; New = { New-SunshineConversation sdkGroup -DisplayName Okapi }; Identifier = 'ConversationId'; Remove = 'Remove-SunshineConversation' }
    ) {
        Connect-ConvProvider -Sandbox -SandboxOption @{ Conversations = 10 }
        $one = & $New
        Get-Word "$Command $($one.$Identifier)" | Should -Be $one.$Identifier
        $null = $one | & ([scriptblock]::Create("`$input | $Remove -Confirm:`$false -WhatIf")) *> $null
        Get-Word "$Command $($one.$Identifier)" | Should -Be $one.$Identifier
        $one | & ([scriptblock]::Create("`$input | $Remove -Confirm:`$false"))
        Get-Word "$Command $($one.$Identifier)" | Should -Not -Contain $one.$Identifier
    }

    It 'is not offered after its removal by name: <Command>' -ForEach @(
        @{ Command = 'Get-ConvConversation'; New = { New-ConvConversation -FriendlyName Tapir -UniqueName 'tapir/1' }; Identifier = 'ConversationSid'; Remove = 'Remove-ConvConversation -UniqueName tapir/1' }
        @{ Command = 'Get-ConvUser'; New = { New-ConvUser 'tapir/2' -FriendlyName Tapir }; Identifier = 'UserSid'; Remove = 'Remove-ConvUser -Identity tapir/2' }
    ) {
        $one = & $New
        Get-Word "$Command tapir" | Should -Be $one.$Identifier
        & ([scriptblock]::Create("$Remove -Confirm:`$false"))
        Get-Word "$Command tapir" | Should -Not -Contain $one.$Identifier
    }

    It 'is not offered after the removal of its service' {
        $service = New-ConvService 'Okapi house'
        $conversation = New-ConvConversation -FriendlyName 'Okapi in it' -ServiceSid $service.ServiceSid
        $role = New-ConvRole 'Okapi role' service joinConversation -ServiceSid $service.ServiceSid
        $service | Remove-ConvService -Force -Confirm:$false
        Get-Word "Get-ConvConversation $($conversation.ConversationSid)" | Should -Not -Contain $conversation.ConversationSid
        Get-Word "Get-ConvRole $($role.RoleSid)" | Should -Not -Contain $role.RoleSid
    }

    It 'stays when only a membership is removed' {
        $conversation = New-ConvConversation -FriendlyName 'Okapi club'
        $null = $conversation | Add-ConvParticipant -Identity okapi
        $member = @(Get-ConvUser -Identity okapi)
        Get-ConvUserConversation $member[0].UserSid | Remove-ConvUserConversation -Confirm:$false
        Get-Word "Get-ConvConversation $($conversation.ConversationSid)" | Should -Contain $conversation.ConversationSid
    }

    It 'is of the account of the connection in use' {
        $first = New-ConvConversation -FriendlyName 'Quokka of the first'
        $null = Connect-TestSandbox @{ Seed = 12 } 'Second'
        $second = New-ConvConversation -FriendlyName 'Quokka of the second'
        Clear-Sent First
        Clear-Sent Second
        Get-Word 'Remove-ConvConversation quokka' | Should -Be $second.ConversationSid
        Get-Word 'Remove-ConvConversation -Connection First -ConversationSid quokka' | Should -Be $first.ConversationSid
        Get-Word 'Remove-ConvConversation -Connection Nobody -ConversationSid quokka' | Should -Not -Contain $first.ConversationSid
        $null = Select-ConvConnection First
        Get-Word 'Remove-ConvConversation quokka' | Should -Be $first.ConversationSid
        Disconnect-ConvProvider First
        Get-Word 'Remove-ConvConversation quokka' | Should -Not -Match '^CH'
        @(Get-Sent Second).Count | Should -Be 0
    }

    It 'is of this runspace only' {
        $one = New-ConvConversation -FriendlyName 'Okapi here'
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$modulePath'; `$null = Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 0; Seed = 11 }
                @((TabExpansion2 -inputScript 'Get-ConvConversation okapi' -cursorColumn 26).CompletionMatches.CompletionText)")
            $shell.Invoke() | Should -Not -Contain $one.ConversationSid
        }
        finally { $shell.Dispose() }
    }

    It 'is bounded: the thousand that were seen last' {
        $null = Connect-TestSandbox @{ Seed = 13; Conversations = 2500 } 'Many'
        $all = @(Get-ConvConversation)
        $all.Count | Should -BeGreaterThan 1000
        Clear-Sent Many
        $offered = Get-Word 'Get-ConvConversation CH'
        $offered.Count | Should -Be 1000
        $offered | Should -Contain $all[-1].ConversationSid
        $offered | Should -Not -Contain $all[0].ConversationSid
        @(Get-Sent Many).Count | Should -Be 0
    }
}

Describe 'Completion of every cmdlet' {
    It 'is there for each parameter that takes documented words, or the identifier of a service, conversation, user or role' {
        $completed = 'State', 'Order', 'OrderBy', 'Mode', 'Status', 'Channel', 'ProxyServiceSid', 'SessionSid', 'ConversationId', 'AppId', 'BindingType', 'Permission', 'NotificationLevel', 'Filter', 'ConfigurationFilter', 'Method', 'ConfigurationMethod', 'Target', 'Connection'
        $without = foreach ($command in Get-Command -Module ConversationsAdmin -CommandType Cmdlet) {
            foreach ($parameter in $command.Parameters.Values) {
                $takes = $parameter.Name -in $completed -or $parameter.Name -match '(Service|Conversation|User|Role)Sid$' -or ($parameter.Name -eq 'Type' -and $command.Noun -in 'ConvRole', 'SunshineConversation')
                if ($takes -and $parameter.Name -ne 'MessagingServiceSid' -and -not ($parameter.Attributes | Where-Object { $_ -is [ArgumentCompleter] })) { "$($command.Name) -$($parameter.Name)" }
            }
        }
        $without | Should -BeNullOrEmpty
    }

    It 'knows the conversations that were seen as those of a user' {
        Close-Connection
        $null = Connect-TestSandbox
        $entry = Get-ConvUser | Get-ConvUserConversation | Where-Object FriendlyName | Select-Object -First 1
        $found = [System.Management.Automation.CommandCompletion]::CompleteInput("Get-ConvMessage $($entry.ConversationSid.Substring(0, 20))", 36, $null).CompletionMatches
        $found.CompletionText | Should -Contain $entry.ConversationSid
    }
}
