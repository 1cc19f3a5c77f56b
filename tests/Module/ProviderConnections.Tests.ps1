BeforeDiscovery {
    $foreign = @(
        @{ Provider = 'Telnyx'; Parameter = 'AccountSid'; More = { @{ Credential = $telnyx; AccountSid = 'AC' + 'a' * 32 } } }
        @{ Provider = 'Telnyx'; Parameter = 'Region'; More = { @{ Credential = $telnyx; Region = 'ie1' } } }
        @{ Provider = 'Telnyx'; Parameter = 'Edge'; More = { @{ Credential = $telnyx; Edge = 'dublin' } } }
        @{ Provider = 'Telnyx'; Parameter = 'ProxyBaseUri'; More = { @{ Credential = $telnyx; ProxyBaseUri = 'https://example.com' } } }
        @{ Provider = 'Telnyx'; Parameter = 'ServiceSid'; More = { @{ Credential = $telnyx; ServiceSid = 'IS' + '0' * 32 } } }
        @{ Provider = 'Telnyx'; Parameter = 'ProxyServiceSid'; More = { @{ Credential = $telnyx; ProxyServiceSid = 'KS' + '0' * 32 } } }
        @{ Provider = 'Telnyx'; Parameter = 'AppId'; More = { @{ Credential = $telnyx; AppId = '0' * 24 } } }
        @{ Provider = 'Telnyx'; Parameter = 'Token'; More = { @{ Token = ConvertTo-Secure 'a.b.c' } } }
        @{ Provider = 'Sunshine'; Parameter = 'Region'; More = { @{ Credential = $sunshine; BaseUri = $address; Region = 'ie1' } } }
        @{ Provider = 'Sunshine'; Parameter = 'ServiceSid'; More = { @{ Credential = $sunshine; BaseUri = $address; ServiceSid = 'IS' + '0' * 32 } } }
        @{ Provider = 'Sunshine'; Parameter = 'ApiKey'; More = { @{ ApiKey = ConvertTo-Secure 'KEY1'; BaseUri = $address } } }
        @{ Provider = 'Twilio'; Parameter = 'AppId'; More = { @{ Credential = ConvertTo-Credential ('AC' + 'a' * 32) secret; AppId = '0' * 24 } } }
        @{ Provider = 'Twilio'; Parameter = 'ApiKey'; More = { @{ ApiKey = ConvertTo-Secure 'KEY1' } } }
        @{ Provider = 'Twilio'; Parameter = 'Token'; More = { @{ Token = ConvertTo-Secure 'a.b.c' } } }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    $variables = 'TELNYX_API_KEY', 'SUNSHINE_KEY_ID', 'SUNSHINE_KEY_SECRET', 'SUNSHINE_APP_ID'
    $address = 'https://example.zendesk.com/sc'
    $app = '5d8c' + '0' * 20
    $telnyx = ConvertTo-Credential anybody KEY0123
    $sunshine = ConvertTo-Credential "app_$app" secret

    function Clear-ProviderVariable { $variables | ForEach-Object { Remove-Item "env:$_" -ErrorAction Ignore } }

    function ConvertTo-Secure([string] $Text) { [System.Net.NetworkCredential]::new('', $Text).SecurePassword }

    # A token that is signed with a key's secret, as a caller would make one.
    function Get-Token([string] $KeyId, [string] $Secret) {
        $encode = { param($Bytes) [Convert]::ToBase64String($Bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_') }
        $signed = (@{ alg = 'HS256'; typ = 'JWT'; kid = $KeyId }, @{ scope = 'app' } | ForEach-Object {
                & $encode ([Text.Encoding]::UTF8.GetBytes(($_ | ConvertTo-Json -Compress)))
            }) -join '.'
        $signature = [System.Security.Cryptography.HMACSHA256]::HashData([Text.Encoding]::UTF8.GetBytes($Secret), [Text.Encoding]::UTF8.GetBytes($signed))
        "$signed.$(& $encode $signature)"
    }
}

AfterAll { Close-Connection }

Describe 'Connect-ConvProvider' {
    BeforeEach { Clear-ProviderVariable }
    AfterEach { Clear-ProviderVariable; Close-Connection }

    It 'takes a key of Telnyx by -ApiKey, by -Credential and from the environment' {
        (Connect-ConvProvider Telnyx -ApiKey (ConvertTo-Secure KEY0123) -PassThru).BaseUri | Should -Be 'https://api.telnyx.com/'
        (Connect-ConvProvider Telnyx -Credential $telnyx -Name two -PassThru).Provider | Should -Be 'Telnyx'
        $env:TELNYX_API_KEY = 'KEY0123'
        (Connect-ConvProvider Telnyx -Name three -PassThru).IsDefault | Should -BeTrue
    }

    It 'takes a key of Sunshine by -Credential, and from the environment with its app' {
        $connection = Connect-ConvProvider Sunshine -Credential $sunshine -BaseUri $address -AppId $app -PassThru
        $connection.UserName | Should -Be "app_$app"
        $connection.AppId | Should -Be $app
        $connection.BaseUri | Should -Be $address
        $env:SUNSHINE_KEY_ID = "app_$app"
        $env:SUNSHINE_KEY_SECRET = 'secret'
        $env:SUNSHINE_APP_ID = $app
        $connection = Connect-ConvProvider Sunshine -BaseUri $address -PassThru
        $connection.UserName | Should -Be "app_$app"
        $connection.AppId | Should -Be $app
        (Connect-ConvProvider Sunshine -BaseUri $address -AppId ('1' * 24) -PassThru).AppId | Should -Be ('1' * 24)
    }

    It 'says what <Provider> lacks' -ForEach @(
        @{ Provider = 'Telnyx'; Names = '-ApiKey*TELNYX_API_KEY' }
        @{ Provider = 'Sunshine'; Names = '-Credential*-Token*SUNSHINE_KEY_ID*SUNSHINE_KEY_SECRET' }
    ) {
        $thrown = Get-EndOf { Connect-ConvProvider $Provider -BaseUri $address }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        $thrown.Exception.Message | Should -BeLike "*$Names*"
    }

    It 'needs the address of a Sunshine account, and says what to give' {
        $thrown = Get-EndOf { Connect-ConvProvider Sunshine -Credential $sunshine }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        $thrown.Exception.Message | Should -BeLike '*-BaseUri*https://{subdomain}.zendesk.com/sc*api.smooch.io*'
        Get-ConvConnection | Should -BeNullOrEmpty
    }

    It 'refuses -<Parameter> for <Provider>' -ForEach $foreign {
        $given = & $More
        $thrown = Get-EndOf { Connect-ConvProvider $Provider @given }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        $thrown.Exception.Message | Should -BeLike "*-$Parameter *Leave it out*"
        Get-ConvConnection | Should -BeNullOrEmpty
    }

    It 'refuses <What>' -ForEach @(
        @{ What = 'a blank key'; Script = { Connect-ConvProvider Telnyx -ApiKey ([securestring]::new()) } }
        @{ What = 'a key with a line break'; Script = { Connect-ConvProvider Telnyx -ApiKey (ConvertTo-Secure "KEY`nX: y") } }
        @{ What = 'a key with a blank'; Script = { Connect-ConvProvider Telnyx -Credential (ConvertTo-Credential me 'KEY 1') } }
        @{ What = 'a key of the environment that is none'; Script = { $env:TELNYX_API_KEY = 'KEY "1"'; Connect-ConvProvider Telnyx } }
        @{ What = 'a blank secret'; Script = { Connect-ConvProvider Sunshine -BaseUri $address -Credential ([pscredential]::new('app_1', [securestring]::new())) } }
        @{ What = 'a key id with a colon'; Script = { Connect-ConvProvider Sunshine -BaseUri $address -Credential (ConvertTo-Credential 'a:b' secret) } }
        @{ What = 'a token that is none'; Script = { Connect-ConvProvider Sunshine -BaseUri $address -Token (ConvertTo-Secure secret) } }
        @{ What = 'an app that is none'; Script = { Connect-ConvProvider Sunshine -BaseUri $address -Credential $sunshine -AppId app1 } }
        @{ What = 'Telnyx over http to another machine'; Script = { Connect-ConvProvider Telnyx -Credential $telnyx -BaseUri http://example.com } }
        @{ What = 'Sunshine over http to another machine'; Script = { Connect-ConvProvider Sunshine -Credential $sunshine -BaseUri http://example.com/sc } }
    ) {
        (Get-EndOf $Script).FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        Get-ConvConnection | Should -BeNullOrEmpty
    }
}

Describe 'The default connection' {
    BeforeEach { Connect-ConvProvider -Sandbox -SandboxOption @{ Conversations = 20 } }
    AfterEach { Close-Connection }

    It 'is one for each provider' {
        @(Get-ConvConnection | Where-Object IsDefault).Name | Sort-Object | Should -Be 'Sandbox', 'Sandbox-Sunshine', 'Sandbox-Telnyx'
        Connect-ConvProvider Telnyx -Sandbox -Name another
        @(Get-ConvConnection | Where-Object IsDefault).Name | Sort-Object | Should -Be 'another', 'Sandbox', 'Sandbox-Sunshine'
        (Get-TelnyxConversation -First 1).ConnectionName | Should -Be 'another'
        (Get-ConvService -First 1).ConnectionName | Should -Be 'Sandbox'
        Select-ConvConnection Sandbox-Telnyx
        (Get-TelnyxConversation -First 1).ConnectionName | Should -Be 'Sandbox-Telnyx'
    }

    It 'is not closed unnamed while several providers are connected' {
        $thrown = Get-EndOf { Disconnect-ConvProvider }
        $thrown.FullyQualifiedErrorId | Should -BeLike 'AmbiguousConnection,*'
        $thrown.Exception.Message | Should -BeLike '*Sandbox, Sandbox-Sunshine, Sandbox-Telnyx*-Connection*'
        @(Get-ConvConnection).Count | Should -Be 3
        Disconnect-ConvProvider Sandbox-Telnyx
        Disconnect-ConvProvider Sandbox
        Disconnect-ConvProvider
        Get-ConvConnection | Should -BeNullOrEmpty
    }

    It 'of another provider is not taken in its place by <Command>' -ForEach @(
        @{ Command = 'Get-ProxySession'; Other = 'Sandbox-Telnyx'; Own = 'Sandbox'; Provider = 'Twilio' }
        @{ Command = 'Get-TelnyxConversation'; Other = 'Sandbox'; Own = 'Sandbox-Telnyx'; Provider = 'Telnyx' }
        @{ Command = 'New-TelnyxConversation'; Other = 'Sandbox-Sunshine'; Own = 'Sandbox-Telnyx'; Provider = 'Telnyx' }
        @{ Command = 'Get-SunshineConversation -UserId u'; Other = 'Sandbox-Telnyx'; Own = 'Sandbox-Sunshine'; Provider = 'Sunshine' }
        @{ Command = 'Remove-SunshineConversation $("0" * 24) -Confirm:$false'; Other = 'Sandbox'; Own = 'Sandbox-Sunshine'; Provider = 'Sunshine' }
    ) {
        $thrown = Get-EndOf ([scriptblock]::Create("$Command -Connection $Other"))
        $thrown.FullyQualifiedErrorId | Should -BeLike 'OtherProvider,*'
        $thrown.Exception.Message | Should -BeLike "*'$Other'*$Provider*-Connection*"
        Disconnect-ConvProvider $Own
        $thrown = Get-EndOf ([scriptblock]::Create($Command))
        $thrown.FullyQualifiedErrorId | Should -BeLike 'NoConnection,*'
        $thrown.Exception.Message | Should -BeLike "*no connection to $Provider*Connect-ConvProvider -Provider $Provider*"
        @(Get-Sent $Other).Count | Should -Be 0
    }
}

Describe 'Whether a connection works' {
    AfterEach { Close-Connection }

    It 'is asked of all defaults at once, each by what can''t exist' {
        Connect-ConvProvider -Sandbox -SandboxOption @{ Conversations = 20 }
        Test-ConvConnection | Should -BeTrue
        (Get-Sent Sandbox-Telnyx | ForEach-Object { "$_" }) | Should -Be "GET /v2/ai/conversations/$([guid]::Empty) 404"
        (Get-Sent Sandbox-Sunshine | ForEach-Object { "$_" }) | Should -Be "GET /v2/apps/$((Get-ConvConnection Sandbox-Sunshine).AppId)/conversations/$('0' * 24) 404"
        (Get-Sent Sandbox).Method | Sort-Object -Unique | Should -Be 'GET'
    }

    It 'is false when one of them fails, with a warning that names it' {
        Connect-ConvProvider -Sandbox -SandboxOption @{ Conversations = 20 }
        Connect-ConvProvider Sunshine -Sandbox -Name wrong -AppId ('0' * 24)
        Test-ConvConnection -WarningVariable warned -WarningAction SilentlyContinue | Should -BeFalse
        "$warned" | Should -BeLike 'wrong:*app_not_found*'
        @(Get-Sent Sandbox-Telnyx).Count | Should -Be 1
        Test-ConvConnection Sandbox-Telnyx | Should -BeTrue
    }

    It 'is false for a Proxy service that does not exist' {
        Connect-ConvProvider Twilio -Sandbox -ProxyServiceSid ('KS' + '9' * 32)
        Test-ConvConnection -WarningVariable warned -WarningAction SilentlyContinue | Should -BeFalse
        "$warned" | Should -BeLike '*20404*'
    }

    It 'is true over a socket for <Shown>, and false with a warning for a wrong secret' -ForEach @(
        @{ Shown = 'a key of Telnyx'; Id = 'Telnyx*10009'; Open = { param($Server, $Wrong)
                Connect-ConvProvider Telnyx -ApiKey (ConvertTo-Secure "$($Server.ApiKey)$Wrong") -BaseUri $Server.TelnyxUri } }
        @{ Shown = 'a key of Telnyx as a password'; Id = 'Telnyx*10009'; Open = { param($Server, $Wrong)
                Connect-ConvProvider Telnyx -Credential (ConvertTo-Credential me "$($Server.ApiKey)$Wrong") -BaseUri $Server.TelnyxUri } }
        @{ Shown = 'a key of Telnyx of the environment'; Id = 'Telnyx*10009'; Open = { param($Server, $Wrong)
                $env:TELNYX_API_KEY = "$($Server.ApiKey)$Wrong"
                Connect-ConvProvider Telnyx -BaseUri $Server.TelnyxUri } }
        @{ Shown = 'a key of Sunshine'; Id = 'Sunshine*unauthorized'; Open = { param($Server, $Wrong)
                Connect-ConvProvider Sunshine -Credential (ConvertTo-Credential $Server.KeyId "$($Server.KeySecret)$Wrong") -BaseUri $Server.SunshineUri -AppId $Server.AppId } }
        @{ Shown = 'a key of Sunshine of the environment'; Id = 'Sunshine*unauthorized'; Open = { param($Server, $Wrong)
                $env:SUNSHINE_KEY_ID, $env:SUNSHINE_KEY_SECRET, $env:SUNSHINE_APP_ID = $Server.KeyId, "$($Server.KeySecret)$Wrong", $Server.AppId
                Connect-ConvProvider Sunshine -BaseUri $Server.SunshineUri } }
        @{ Shown = 'a token of Sunshine'; Id = 'Sunshine*unauthorized'; Open = { param($Server, $Wrong)
                Connect-ConvProvider Sunshine -Token (ConvertTo-Secure (Get-Token $Server.KeyId "$($Server.KeySecret)$Wrong")) -BaseUri $Server.SunshineUri -AppId $Server.AppId } }
        @{ Shown = 'an account with a Proxy service'; Id = 'Twilio*20003'; Open = { param($Server, $Wrong)
                $more = @{ BaseUri = $Server.BaseUri; ProxyBaseUri = $Server.ProxyBaseUri; ProxyServiceSid = $Server.ProxyServiceSid }
                Connect-ConvProvider Twilio -Credential (ConvertTo-Credential $Server.AccountSid "$($Server.Token)$Wrong") @more } }
    ) {
        $server = Open-SocketSandbox 'Conversations=20'
        if (-not $server) { Set-ItResult -Skipped -Because 'conv is not built'; return }
        try {
            & $Open $server
            Test-ConvConnection | Should -BeTrue
            & $Open $server x
            Test-ConvConnection -WarningVariable warned -WarningAction SilentlyContinue | Should -BeFalse
            "$warned" | Should -BeLike "*$Id*"
        }
        finally {
            Clear-ProviderVariable
            Close-SocketSandbox $server
        }
    }
}
