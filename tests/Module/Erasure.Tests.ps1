BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"

    $ada = 'ada.lovelace@example.com'

    # A conversation with two messages of the person, and two of somebody else that name the person.
    function Add-Conversation([string] $ServiceSid = (Get-ConvConnection Sandbox).ServiceSid, [string] $Name = 'Order 7') {
        $conversation = New-ConvConversation -ServiceSid $ServiceSid -FriendlyName $Name
        $null = $conversation | Add-ConvParticipant -Identity $ada
        $null = $conversation | Add-ConvParticipant -Identity charles -Attributes @{ knows = $ada }
        $null = $conversation | New-ConvMessage -Author $ada -Body 'I am here'
        $null = $conversation | New-ConvMessage -Author charles -Body "Hello $($ada.ToUpperInvariant()), how are you?"
        $null = $conversation | New-ConvMessage -Author $ada -Body 'Fine'
        $null = $conversation | New-ConvMessage -Author charles -Body 'Goodbye' -Attributes @{ to = $ada }
        $conversation
    }

    function Get-Write { @((Get-Sent) | Where-Object Method -NE 'GET') }

    # All that a service has, as text.
    function Get-Everything([string] $ServiceSid = (Get-ConvConnection Sandbox).ServiceSid) {
        $conversations = @(Get-ConvConversation -ServiceSid $ServiceSid)
        $all = @(
            $conversations
            $conversations | Get-ConvParticipant
            $conversations | Get-ConvMessage
            Get-ConvUser -ServiceSid $ServiceSid
            Get-ConvBinding -ServiceSid $ServiceSid
        )
        $all | ForEach-Object { $_ | ConvertTo-Json -Depth 6 -Compress }
    }
}

AfterAll { Close-Connection }

Describe 'Remove-ConvIdentity' {
    BeforeEach {
        $null = Connect-TestSandbox
        $mine = 1..3 | ForEach-Object { Add-Conversation }
        Clear-Sent
    }

    It 'leaves nothing that carries the person, changes nothing else, and tells of each thing' {
        $before = Get-Everything
        $evidence = Remove-ConvIdentity $ada -Confirm:$false
        $writes = @(Get-Write)
        $after = Get-Everything
        @($after -match 'lovelace').Count | Should -Be 0
        @(Get-ConvParticipantConversation $ada).Count | Should -Be 0
        @($before | Where-Object { $_ -notin $after }).Count | Should -Be (3 * 6 + 1)
        @($after | Where-Object { $_ -notin $before }).Count | Should -Be (3 * 3)
        $evidence.Count | Should -Be (3 * 6 + 1)
        $writes.Count | Should -Be $evidence.Count
        foreach ($path in $writes.Path) { $evidence.Id | Should -Contain ($path -split '/')[-1] }
        $evidence.Status | Sort-Object -Unique | Should -Be 'Done'
        $evidence[-1].Kind | Should -Be 'User'
        ($evidence | ConvertTo-Json) -match 'lovelace|Goodbye' | Should -BeFalse
        ($evidence | Out-String -Width 120) | Should -Match 'Message +IM[0-9a-f]{32} +Removed +Done'
    }

    It 'tells all with -WhatIf, and sends no change' {
        $told = Get-WhatIf { $script:evidence = Remove-ConvIdentity $ada -WhatIf -JournalPath (Join-Path $TestDrive never.journal) -ArchivePath (Join-Path $TestDrive never.jsonl) }
        @(Get-Write).Count | Should -Be 0
        $told[0] | Should -BeLike "What if: Erase identity $ada from 3 conversations of service IS* (Twilio, AC*), with 1 user"
        $told.Count | Should -Be (3 * 6 + 1 + 1)
        $script:evidence.Count | Should -Be (3 * 6 + 1)
        $script:evidence.Status | Sort-Object -Unique | Should -Be 'WouldDo'
        Test-Path (Join-Path $TestDrive 'never*') | Should -BeFalse
        (Remove-ConvIdentity $ada -Confirm:$false).Id | Sort-Object | Should -Be ($script:evidence.Id | Sort-Object)
    }

    It 'redacts with another text, and leaves the user where asked' {
        $evidence = Remove-ConvIdentity $ada -MessageAction Redact -Replacement '(gone)' -KeepUser -Confirm:$false
        $messages = @(Get-ConvMessage $mine[0].ConversationSid)
        $messages.Body | Should -Be '(gone)', 'Hello (gone), how are you?', '(gone)', 'Goodbye'
        $messages.Author | Should -Be '(gone)', 'charles', '(gone)', 'charles'
        $evidence | Where-Object Kind -EQ User | ForEach-Object { "$($_.Action) $($_.Status)" } | Should -Be 'Kept Kept'
        (Get-ConvUser -Identity $ada).Identity | Should -Be $ada
    }

    It 'looks into one service, and with -AllServices into all' {
        $other = New-ConvService Other
        $there = Add-Conversation $other.ServiceSid
        $null = Remove-ConvIdentity $ada -Confirm:$false
        @(Get-ConvParticipantConversation $ada -ServiceSid $other.ServiceSid).Count | Should -Be 1
        $evidence = Remove-ConvIdentity $ada -AllServices -ArchivePath (Join-Path $TestDrive all.jsonl.gz) -Confirm:$false
        $evidence.ServiceSid | Sort-Object -Unique | Should -Be $other.ServiceSid
        @((Get-Everything $other.ServiceSid) -match 'lovelace').Count | Should -Be 0
        $archive = $evidence[0].ArchivePath
        $archive | Should -Be (Join-Path $TestDrive "all.$($other.ServiceSid).jsonl.gz")
        $stream = [IO.Compression.GZipStream]::new([IO.File]::OpenRead($archive), [IO.Compression.CompressionMode]::Decompress)
        try { [IO.StreamReader]::new($stream).ReadToEnd() | Should -BeLike "*$($there.ConversationSid)*lovelace*" } finally { $stream.Dispose() }
    }

    It 'finds whom has left with -EveryConversation' {
        $mine[0] | Get-ConvParticipant | Where-Object Identity -EQ $ada | Remove-ConvParticipant -Confirm:$false
        $null = Remove-ConvIdentity $ada -Confirm:$false
        @(Get-ConvMessage $mine[0].ConversationSid).Count | Should -Be 4
        $warned = $null
        $null = Remove-ConvIdentity $ada -Confirm:$false -WarningVariable warned -WarningAction SilentlyContinue
        $warned | Should -BeLike 'Nothing of identity *-EveryConversation*' -Because 'nobody should take silence for an erasure'
        $null = Remove-ConvIdentity $ada -EveryConversation -Confirm:$false
        @((Get-Everything) -match 'lovelace').Count | Should -Be 0
    }

    It 'goes on after a failure, and the same command with the same journal finishes' {
        Close-Connection
        $null = Connect-TestSandbox @{ FailWith = 20001; FailOn = 'Deletes'; FailFirst = 1 }
        1..3 | ForEach-Object { $null = Add-Conversation }
        $journal = Join-Path $TestDrive 'goes on.journal'
        $split = Split-Output { Remove-ConvIdentity $ada -JournalPath $journal -Confirm:$false }
        @($split.Output | Where-Object Status -EQ Failed).Count | Should -Be 1
        @($split.Output | Where-Object Status -EQ Done).Count | Should -Be (3 * 6 - 2)
        $split.Errors.FullyQualifiedErrorId | Sort-Object | Should -Be 'NotErased,ConversationsAdmin.Module.Commands.Erasure.RemoveConvIdentityCommand',
        'NotErased,ConversationsAdmin.Module.Commands.Erasure.RemoveConvIdentityCommand', 'Twilio.20001,ConversationsAdmin.Module.Commands.Erasure.RemoveConvIdentityCommand'
        $again = Split-Output { Remove-ConvIdentity $ada -JournalPath $journal -Confirm:$false }
        $again.Errors.Count | Should -Be 0
        @((Get-Everything) -match 'lovelace').Count | Should -Be 0
        Get-Content -Raw $journal | Should -Not -Match 'lovelace'

        (Get-EndOf { Remove-ConvIdentity charles -JournalPath $journal -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'OtherJournal,*'
        $null = Connect-TestSandbox @{ Seed = 2 } -Name Second
        (Get-EndOf { Remove-ConvIdentity $ada -JournalPath $journal -Connection Second -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'OtherAccount,*'
    }

    It 'ends at once with <Name>, without an outcome that is not told' -ForEach @(
        @{ Name = '-MaxError 1'; With = @{ MaxError = 1 }; Id = 'TooManyErrors' }
        @{ Name = '-ErrorAction Stop'; With = @{ ErrorAction = 'Stop' }; Id = 'Twilio.20001' }
    ) {
        Close-Connection
        $null = Connect-TestSandbox @{ FailWith = 20001; FailOn = 'Deletes' }
        1..12 | ForEach-Object { $null = Add-Conversation }
        Clear-Sent
        $told = [System.Collections.Generic.List[object]]::new()
        $end = Get-EndOf { Remove-ConvIdentity $ada -Confirm:$false -ThrottleLimit 1 @With -WarningAction SilentlyContinue | ForEach-Object { $told.Add($_) } }
        $end.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $told.Count | Should -Be @(Get-Write).Count
        $told.Count | Should -BeLessThan 8
    }

    It 'refuses <Command> (<Id>), and asks nothing of the provider' -ForEach @(
        @{ Command = 'Remove-ConvIdentity ""'; Id = 'InvalidArgument' }
        @{ Command = 'Remove-ConvIdentity " "'; Id = 'InvalidArgument' }
        @{ Command = 'Remove-ConvIdentity "ada*"'; Id = 'InvalidArgument' }
        @{ Command = 'Remove-ConvIdentity $misspelt'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'Remove-ConvIdentity system'; Id = 'InvalidArgument' }
        @{ Command = 'Remove-ConvIdentity ("US" + "1" * 32)'; Id = 'InvalidArgument' }
        @{ Command = 'Remove-ConvIdentity -Address ""'; Id = 'InvalidArgument' }
        @{ Command = 'Remove-ConvIdentity -Address "+1555*"'; Id = 'InvalidArgument' }
        @{ Command = 'Remove-ConvIdentity $ada -Address +15558675310'; Id = 'PositionalParameterNotFound' }
        @{ Command = 'Remove-ConvIdentity $ada -AllServices -ServiceSid ("IS" + "1" * 32)'; Id = 'NotExactlyOne' }
        @{ Command = 'Remove-ConvIdentity $ada -Replacement " "'; Id = 'InvalidArgument' }
        @{ Command = 'Remove-ConvIdentity $ada -Replacement "was $ada"'; Id = 'InvalidArgument' }
        @{ Command = 'Remove-ConvIdentity $ada -IncludeReceipt'; Id = 'InvalidArgument' }
        @{ Command = 'Remove-ConvIdentity $ada -ArchivePath (Join-Path $TestDrive a.txt)'; Id = 'UnknownArchiveFormat' }
        @{ Command = 'Remove-ConvIdentity $ada -MessageAction Keep'; Id = 'CannotConvertArgumentNoMessage' }
        @{ Command = 'Remove-ConvIdentity $ada -EveryConversation:$misspelt'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'Get-ConvUser -First 2 | Remove-ConvIdentity $ada'; Id = 'WrongTarget'; Reads = 1 }
    ) {
        (Get-EndOf ([scriptblock]::Create("$Command -Confirm:`$false"))).FullyQualifiedErrorId | Should -BeLike "$Id,*"
        @(Get-Sent).Count | Should -BeLessOrEqual ([int] $Reads)
    }

    It 'changes nothing where nobody can be asked, and names the switch' {
        $said = Invoke-Unattended "`$null = Connect-ConvProvider Twilio -Sandbox -Name S; `$null = (Get-ConvConnection).Sandbox.Clear()
            try { Remove-ConvIdentity agent.amara.1 } catch { `$_.FullyQualifiedErrorId; `$_.Exception.Message }
            'writes ' + @((Get-ConvConnection).Sandbox.Requests | Where-Object Method -NE GET).Count"
        $said | Should -BeLike 'CannotAsk,*-Confirm:$false*writes 0*'
    }
}

Describe 'Find-ConvParticipantBlocker' {
    BeforeEach {
        $null = Connect-TestSandbox
        $pair = @{ MessagingBindingAddress = '+15558675310'; MessagingBindingProxyAddress = '+15017122661' }
        $holder = New-ConvConversation -FriendlyName 'Old order'
        $participant = $holder | Add-ConvParticipant @pair
        $new = New-ConvConversation
    }

    It 'finds who holds the pair, and Remove-ConvParticipant takes it' {
        $refusal = Get-ErrorOf { $new | Add-ConvParticipant @pair }
        $refusal.FullyQualifiedErrorId | Should -BeLike 'Twilio.50416,*'
        $refusal.Exception.Message | Should -BeLike '*Find-ConvParticipantBlocker*'
        $blocker = Find-ConvParticipantBlocker +15558675310 +15017122661
        $blocker.ParticipantSid | Should -Be $participant.ParticipantSid
        $blocker.ConversationState | Should -Be 'active'
        ($blocker | Out-String -Width 100) | Should -Match "$($holder.ConversationSid) +active .*Old order"
        ($blocker | Remove-ConvParticipant -Confirm:$false -PassThru).Status | Should -Be 'Removed'
        ($new | Add-ConvParticipant @pair).ConversationSid | Should -Be $new.ConversationSid
    }

    It 'finds it in another service with -AllServices, and says where it did not look' {
        $other = New-ConvService Other
        $null = Find-ConvParticipantBlocker +15558675310 +15017122661 -ServiceSid $other.ServiceSid -WarningVariable warned -WarningAction SilentlyContinue
        $warned | Should -BeLike '*-AllServices*'
        (Find-ConvParticipantBlocker +15558675310 +15017122661 -AllServices).ConversationSid | Should -Be $holder.ConversationSid
    }

    It 'leaves out a closed conversation, which holds nothing' {
        $null = $holder | Set-ConvConversation -State closed -Force
        @(Find-ConvParticipantBlocker @pair -WarningAction SilentlyContinue).Count | Should -Be 0
    }

    It 'refuses <Command> (<Id>), and asks nothing of the provider' -ForEach @(
        @{ Command = 'Find-ConvParticipantBlocker "" +15017122661'; Id = 'InvalidArgument' }
        @{ Command = 'Find-ConvParticipantBlocker "+1555*" +15017122661'; Id = 'InvalidArgument' }
        @{ Command = 'Find-ConvParticipantBlocker +15558675310 " "'; Id = 'InvalidArgument' }
        @{ Command = 'Find-ConvParticipantBlocker $misspelt +15017122661'; Id = 'ParameterArgumentTransformationError' }
        @{ Command = 'Find-ConvParticipantBlocker @pair -AllServices -ServiceSid ("IS" + "1" * 32)'; Id = 'NotExactlyOne' }
        @{ Command = '1, 2 | Find-ConvParticipantBlocker @pair'; Id = 'WrongTarget' }
    ) {
        Clear-Sent
        (Get-EndOf ([scriptblock]::Create($Command))).FullyQualifiedErrorId | Should -BeLike "$Id,*"
        @(Get-Sent).Count | Should -Be 0
    }
}
