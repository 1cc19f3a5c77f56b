BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    $account = 'AC' + 'a' * 32
    $key = 'SK' + 'b' * 32
    $token = 'e' * 32
    $variables = 'TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_API_KEY', 'TWILIO_API_SECRET', 'TWILIO_REGION', 'TWILIO_EDGE'

    function Clear-TwilioVariable { $variables | ForEach-Object { Remove-Item "env:$_" -ErrorAction Ignore } }

    function Connect-Account([hashtable] $More = @{}) {
        Connect-ConvProvider -Provider Twilio -Credential (ConvertTo-Credential $account $token) -PassThru @More
    }
}

AfterAll { Close-Connection }

Describe 'Connect-ConvProvider' {
    BeforeEach { Clear-TwilioVariable }
    AfterEach { Clear-TwilioVariable; Close-Connection }

    It 'takes an account SID and its token' {
        $connection = Connect-Account
        $connection.Name | Should -Be 'Twilio'
        $connection.AccountSid | Should -Be $account
        $connection.UserName | Should -Be $account
        $connection.BaseUri | Should -Be 'https://conversations.twilio.com/'
        $connection.IsDefault | Should -BeTrue
    }

    It 'takes an API key with its account, and refuses one without' {
        (Connect-ConvProvider Twilio -Credential (ConvertTo-Credential $key $token) -AccountSid $account -PassThru).UserName | Should -Be $key
        $thrown = Get-EndOf { Connect-ConvProvider Twilio -Credential (ConvertTo-Credential $key $token) }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        $thrown.Exception.Message | Should -BeLike '*-AccountSid*'
    }

    It 'reads the account from the environment' {
        $env:TWILIO_ACCOUNT_SID = $account
        $env:TWILIO_AUTH_TOKEN = $token
        (Connect-ConvProvider Twilio -PassThru).UserName | Should -Be $account
    }

    It 'prefers the API key of the environment' {
        $env:TWILIO_ACCOUNT_SID = $account
        $env:TWILIO_AUTH_TOKEN = $token
        $env:TWILIO_API_KEY = $key
        $env:TWILIO_API_SECRET = $token
        $connection = Connect-ConvProvider Twilio -PassThru
        $connection.UserName | Should -Be $key
        $connection.AccountSid | Should -Be $account
    }

    It 'says which variables are missing' {
        $env:TWILIO_ACCOUNT_SID = $account
        (Get-EndOf { Connect-ConvProvider Twilio }).Exception.Message | Should -BeLike '*TWILIO_AUTH_TOKEN*'
    }

    It 'goes to the region of the environment or of the command' {
        $env:TWILIO_REGION = 'ie1'
        (Connect-Account).BaseUri | Should -Be 'https://conversations.dublin.ie1.twilio.com/'
        (Connect-Account @{ Region = 'au1' }).BaseUri | Should -Be 'https://conversations.sydney.au1.twilio.com/'
        (Connect-Account @{ Region = 'jp1'; Edge = 'frankfurt' }).ProxyBaseUri | Should -Be 'https://proxy.frankfurt.jp1.twilio.com/'
    }

    It 'refuses <What>' -ForEach @(
        @{ What = 'http to another machine'; More = @{ BaseUri = 'http://example.com' } }
        @{ What = 'a user in the address'; More = @{ BaseUri = 'https://user:pass@example.com' } }
        @{ What = 'a service that is none'; More = @{ ServiceSid = 'IS1' } }
        @{ What = 'a region that would change the host'; More = @{ Region = 'evil.example/' } }
    ) {
        (Get-EndOf { Connect-Account $More }).FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        Get-ConvConnection | Should -BeNullOrEmpty
    }

    It 'refuses a user name of another kind, and a blank password' {
        (Get-EndOf { Connect-ConvProvider Twilio -Credential (ConvertTo-Credential 'me' $token) }).Exception.Message | Should -BeLike '*account SID*API key SID*'
        (Get-EndOf { Connect-ConvProvider Twilio -Credential ([pscredential]::new($account, [securestring]::new())) }).Exception.Message | Should -BeLike '*blank*'
    }

    It 'refuses a sandbox option that does not exist, and names those that do' {
        $thrown = Get-EndOf { Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Latenzy = 1 } }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        $thrown.Exception.Message | Should -BeLike '*Latency*'
    }
}

Describe 'The default connection' {
    AfterEach { Close-Connection }

    It 'is the one that was opened last, until another is selected' {
        $null = Connect-TestSandbox @{ Seed = 1 } -Name one
        $null = Connect-TestSandbox @{ Seed = 2 } -Name two
        (Get-ConvConnection | Where-Object IsDefault).Name | Should -Be 'two'
        Select-ConvConnection one
        (Get-ConvConversation -First 1).ConnectionName | Should -Be 'one'
        (Get-ConvConversation -First 1 -Connection two).ConnectionName | Should -Be 'two'
    }

    It 'is none after it was disconnected, although another is open' {
        $null = Connect-TestSandbox -Name one
        $null = Connect-TestSandbox -Name two
        Disconnect-ConvProvider
        (Get-ConvConnection).Name | Should -Be 'one'
        $thrown = Get-EndOf { Get-ConvService }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'NoConnection,*'
        $thrown.Exception.Message | Should -BeLike '*Select-ConvConnection*'
    }

    It 'is missing in a new session, and the error says how to connect' {
        $thrown = Get-EndOf { Get-ConvService }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'NoConnection,*'
        $thrown.Exception.Message | Should -BeLike '*Connect-ConvProvider*'
    }

    It 'may have no service, which is said' {
        $null = Connect-Account
        $thrown = Get-EndOf { Get-ConvConversation }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'NoService,*'
        $thrown.Exception.Message | Should -BeLike '*-ServiceSid*'
    }

    It 'is not used for a null, nor for a connection that was closed' {
        $closed = Connect-TestSandbox -Name closed
        $open = Connect-TestSandbox -Name open
        Disconnect-ConvProvider $closed
        Get-EndOf { Remove-ConvConversation $absentConversation -Connection $null -Confirm:$false } | Should -Not -BeNullOrEmpty
        Get-EndOf { Disconnect-ConvProvider $null } | Should -Not -BeNullOrEmpty
        (Get-EndOf { Remove-ConvConversation $absentConversation -Connection $closed -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'UnknownConnection,*'
        @($open.Sandbox.Requests).Count | Should -Be 0
        (Get-ConvConnection).Name | Should -Be 'open'
    }

    It 'that is unknown is an error for every command that names it' {
        $null = Connect-TestSandbox
        (Get-EndOf { Get-ConvService -Connection nobody }).FullyQualifiedErrorId | Should -BeLike 'UnknownConnection,*'
        (Get-EndOf { Select-ConvConnection nobody }).FullyQualifiedErrorId | Should -BeLike 'UnknownConnection,*'
        (Get-ErrorOf { Disconnect-ConvProvider nobody }).FullyQualifiedErrorId | Should -BeLike 'UnknownConnection,*'
        @(Get-Sent).Count | Should -Be 0
    }
}

Describe 'Runspaces' {
    AfterEach { Close-Connection }

    It 'take the connection of another through $using:' {
        $connection = Connect-TestSandbox
        $path = $modulePath
        $names = 1..4 | ForEach-Object -Parallel {
            Import-Module $using:path
            (Get-ConvService -Connection $using:connection -First 1).ConnectionName
        }
        $names | Should -Be @('Sandbox', 'Sandbox', 'Sandbox', 'Sandbox')
        @(Get-Sent).Count | Should -Be 4
    }

    It 'have a default each' {
        $path = $modulePath
        $accounts = 1..2 | ForEach-Object -ThrottleLimit 2 -Parallel {
            Import-Module $using:path
            Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Seed = $_; Conversations = 20; Latency = '00:00:00.1' }
            $first = (Get-ConvService -First 1).AccountSid
            $second = (Get-ConvService -First 1).AccountSid
            if ($first -eq $second -and $first -eq (Get-ConvConnection).AccountSid) { $first } else { 'MIXED UP' }
        }
        $accounts | Should -Not -Contain 'MIXED UP'
        $accounts | Sort-Object -Unique | Should -HaveCount 2
        Get-ConvConnection | Should -BeNullOrEmpty
    }
}

Describe 'Whether a connection works' {
    AfterEach { Close-Connection }

    It 'is told without changing anything' {
        $null = Connect-TestSandbox
        Test-ConvConnection | Should -BeTrue
        (Get-Sent).Method | Should -Be 'GET', 'GET' -Because 'Conversations is one API, and Proxy another'
    }

    It 'is false with a warning when its service does not exist' {
        $null = Connect-ConvProvider Twilio -Sandbox -ServiceSid $absentService
        Test-ConvConnection -WarningVariable warned -WarningAction SilentlyContinue | Should -BeFalse
        "$warned" | Should -BeLike '*20404*'
    }

    It 'is false when nobody is there, and commands say NotConnected' {
        $null = Connect-Account @{ BaseUri = (Get-ClosedAddress); ServiceSid = $absentService; MaxRetry = 0 }
        Test-ConvConnection -WarningAction SilentlyContinue | Should -BeFalse
        $found = Get-ErrorOf { Get-ConvConversation }
        $found.FullyQualifiedErrorId | Should -BeLike 'NotConnected,*'
        $found.CategoryInfo.Category | Should -Be 'ConnectionError'
    }

    It 'ends the pipeline when the credentials are refused' {
        $server = Open-SocketSandbox
        if (-not $server) { Set-ItResult -Skipped -Because 'conv is not built'; return }
        try {
            $null = Connect-Account @{ BaseUri = $server.BaseUri; ServiceSid = $server.ServiceSid }
            Test-ConvConnection -WarningAction SilentlyContinue | Should -BeFalse
            $thrown = Get-EndOf { 1..50 | ForEach-Object { 'CH' + "$_".PadLeft(32, '0') } | Remove-ConvConversation -Confirm:$false -ThrottleLimit 2 }
            $thrown.FullyQualifiedErrorId | Should -BeLike 'Twilio.20003,*'
            $thrown.CategoryInfo.Category | Should -Be 'AuthenticationError'
        }
        finally { Close-SocketSandbox $server }
    }

    It 'holds over a socket, page after page' {
        $server = Open-SocketSandbox 'Conversations=500'
        if (-not $server) { Set-ItResult -Skipped -Because 'conv is not built'; return }
        try {
            $credential = ConvertTo-Credential $server.AccountSid $server.Token
            Connect-ConvProvider Twilio -Credential $credential -BaseUri $server.BaseUri -ServiceSid $server.ServiceSid
            @(Get-ConvConversation -PageSize 20).Count | Should -BeGreaterThan 100
        }
        finally { Close-SocketSandbox $server }
    }
}

Describe 'Completion' {
    AfterEach { Close-Connection }

    It 'offers connections by name' {
        $null = Connect-TestSandbox -Name 'Prod EU'
        $null = Connect-TestSandbox -Name Test
        $line = 'Get-ConvService -Connection '
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be "'Prod EU'", 'Test'
    }

    It 'offers the states' {
        $line = 'Get-ConvConversation -State '
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'active', 'inactive', 'closed', 'initializing'
    }
}
