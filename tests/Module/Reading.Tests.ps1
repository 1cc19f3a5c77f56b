BeforeAll { . "$PSScriptRoot/Common.ps1" }

AfterAll { Close-Connection }

Describe 'A list that takes longer than a second' {
    It 'shows how much was read, ends the bar, and loses nothing' {
        $runspace = [runspacefactory]::CreateRunspace()
        $runspace.Open()
        $shell = [powershell]::Create($runspace)
        try {
            $null = $shell.AddScript("Import-Module '$modulePath'; Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 3000; Latency = '00:00:00.15' }; Get-ConvConversation")
            $read = $shell.Invoke()
            $shell.Streams.Error.Count | Should -Be 0
            $read.Count | Should -BeGreaterThan 1000
            $shown = @($shell.Streams.Progress | Where-Object Activity -Like 'Reading*')
            $shown.Count | Should -BeGreaterThan 1
            $shown[-1].RecordType | Should -Be 'Completed'
            $shown[0].StatusDescription | Should -BeLike '* done, */s, 0 failed'
        }
        finally {
            $shell.Dispose()
            $runspace.Dispose()
        }
    }
}

Describe 'Reading in part' {
    BeforeEach { $null = Connect-TestSandbox @{ Conversations = 800 } }

    It 'stops at -First and reads no page more' {
        @(Get-ConvConversation -First 100).Count | Should -Be 100
        @(Get-Sent).Count | Should -Be 1
    }

    It 'leaves out what -Skip says' {
        $all = @(Get-ConvConversation -First 7)
        (Get-ConvConversation -Skip 5 -First 2).ConversationSid | Should -Be $all[5, 6].ConversationSid
    }

    It 'reads every page when nothing says otherwise' {
        $all = @(Get-ConvConversation -PageSize 7)
        $all.Count | Should -BeGreaterThan 100
        @(Get-Sent).Count | Should -Be ([math]::Ceiling($all.Count / 7))
        $all.ConversationSid | Sort-Object -Unique | Should -HaveCount $all.Count
    }

    It 'reads the children of many parents, each once' {
        $parents = @(Get-ConvConversation -First 50)
        Clear-Sent
        $null = $parents | Get-ConvParticipant -ThrottleLimit 20
        @(Get-Sent).Count | Should -Be 50
        (Get-Sent).Path | Sort-Object -Unique | Should -HaveCount 50
    }
}
