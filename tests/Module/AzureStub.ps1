# What stands in for the modules of Azure: blobs are files of a folder, a lease is a file with its owner's id. Dot-source it; $env:AZURE_STUB names the folder.
# Parameters have the names of the real ones. AZURE_STUB_FAIL fails uploads whose name is like it, and AZURE_STUB_KEEP_LEASE letting go of a lease.
# AZURE_STUB_KILL kills the process before an upload whose name is like it; AZURE_STUB_KILL_AFTER so many ms after it.

if (-not ('Azure.Storage.Blobs.Specialized.BlobLeaseClient' -as [type])) {
    Add-Type @'
using System; using System.IO; using System.Threading;
namespace Azure { public class RequestConditions { } public class RequestFailedException : Exception { public RequestFailedException(string m) : base(m) { } } }
namespace Azure.Storage.Blobs.Specialized {
    public class BlobBaseClient { public string Path; }
    public class BlobLeaseClient {
        string path, id;
        public string LeaseId { get { return id; } }
        void Demand() { if (!File.Exists(path) || File.ReadAllText(path) != id) throw new Azure.RequestFailedException("The lease ID specified did not match the lease ID for the blob. Status: 409 ErrorCode: LeaseIdMismatchWithLeaseOperation"); }
        public object Renew(Azure.RequestConditions conditions = null, CancellationToken cancellationToken = default) { Demand(); return this; }
        public object Change(string proposedId, Azure.RequestConditions conditions = null, CancellationToken cancellationToken = default) { Demand(); File.WriteAllText(path, proposedId); return this; }
        public BlobLeaseClient(BlobBaseClient client, string leaseId = null) { path = client.Path + "@lease"; id = leaseId; }
        public object Acquire(TimeSpan duration, Azure.RequestConditions conditions = null, CancellationToken cancellationToken = default) {
            if (File.Exists(path) && File.ReadAllText(path) != id) throw new Azure.RequestFailedException("There is already a lease present. Status: 409 ErrorCode: LeaseAlreadyPresent");
            File.WriteAllText(path, id); return this;
        }
        public object Release(Azure.RequestConditions conditions = null, CancellationToken cancellationToken = default) {
            if (Environment.GetEnvironmentVariable("AZURE_STUB_KEEP_LEASE") != null) throw new Azure.RequestFailedException("The stub was told to keep the lease.");
            Demand(); File.Delete(path); return this;
        }
        public object Break(TimeSpan? breakPeriod = null, Azure.RequestConditions conditions = null, CancellationToken cancellationToken = default) {
            if (!File.Exists(path)) throw new Azure.RequestFailedException("There is currently no lease on the blob. ErrorCode: LeaseNotPresentWithLeaseOperation");
            File.Delete(path); return this;
        }
        public static void KillSoon(int milliseconds) { new Thread(() => { Thread.Sleep(milliseconds); System.Diagnostics.Process.GetCurrentProcess().Kill(); }).Start(); }
    }
}
'@
}

function Get-StubPath([string] $Container, [string] $Blob) { Join-Path $env:AZURE_STUB $Container $Blob }

function Disable-AzContextAutosave { [CmdletBinding()] param([ValidateSet('Process', 'CurrentUser')][string] $Scope) $null = $Scope }

function Connect-AzAccount { [CmdletBinding()] param([switch] $Identity) if (-not $Identity) { throw 'A runbook has nobody to ask.' } }

function New-AzStorageContext {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'The real one has no ShouldProcess.')]
    [CmdletBinding()] param([string] $StorageAccountName, [switch] $UseConnectedAccount) @{ Account = $StorageAccountName; ByIdentity = [bool] $UseConnectedAccount }
}

function Get-AutomationPSCredential {
    [CmdletBinding()] param([string] $Name)
    if ($Name -eq 'Twilio') { [pscredential]::new($env:STUB_USER, [System.Net.NetworkCredential]::new('', $env:STUB_SECRET).SecurePassword) }
}

function Get-AzKeyVaultSecret {
    [CmdletBinding()] param([string] $VaultName, [string] $Name)
    if ($VaultName -eq 'vault' -and $Name -eq 'token') { @{ SecretValue = [System.Net.NetworkCredential]::new('', $env:STUB_SECRET).SecurePassword } }
}

function Get-AzStorageBlob {
    [CmdletBinding()] param([string] $Container, [string] $Prefix, $Context)
    if (-not $Context.ByIdentity) { throw 'No storage context.' }
    $root = Get-StubPath $Container ''
    if (-not (Test-Path -LiteralPath $root)) { throw "The container '$Container' was not found." }
    Get-ChildItem -LiteralPath $root -Recurse -File | Where-Object Name -NotLike '*@lease' | ForEach-Object {
        $name = [IO.Path]::GetRelativePath($root, $_.FullName).Replace('\', '/')
        $client = [Azure.Storage.Blobs.Specialized.BlobBaseClient]@{ Path = $_.FullName }
        if ($name.StartsWith($Prefix)) { [pscustomobject]@{ Name = $name; LastModified = [datetimeoffset] $_.LastWriteTimeUtc; BlobBaseClient = $client } }
    }
}

function Get-AzStorageBlobContent {
    [CmdletBinding(SupportsShouldProcess)] param([string] $Container, [string] $Blob, [string] $Destination, $Context, [switch] $Force)
    $null = $Context, $Force
    if ($PSCmdlet.ShouldProcess($Blob, 'Download')) { Copy-Item -LiteralPath (Get-StubPath $Container $Blob) -Destination $Destination -Force }
}

function Remove-AzStorageBlob {
    [CmdletBinding(SupportsShouldProcess)] param([string] $Container, [string] $Blob, $Context, [switch] $Force)
    $null = $Context, $Force
    if ($PSCmdlet.ShouldProcess($Blob, 'Remove')) { Remove-Item -LiteralPath (Get-StubPath $Container $Blob) }
}

function Set-AzStorageBlobContent {
    [CmdletBinding(SupportsShouldProcess)] param([string] $File, [string] $Container, [string] $Blob, $Context, [switch] $Force)
    $null = $Context, $Force
    if (-not $PSCmdlet.ShouldProcess($Blob, 'Upload')) { return }
    if ($env:AZURE_STUB_FAIL -and $Blob -like $env:AZURE_STUB_FAIL) { throw "The stub was told to fail $Blob." }
    if ($env:AZURE_STUB_KILL -and $Blob -like $env:AZURE_STUB_KILL -and -not $env:AZURE_STUB_KILL_AFTER) { [Diagnostics.Process]::GetCurrentProcess().Kill(); Start-Sleep 60 }
    $path = Get-StubPath $Container $Blob
    $null = New-Item -ItemType Directory -Path (Split-Path $path) -Force
    Copy-Item -LiteralPath $File -Destination $path -Force
    if ($env:AZURE_STUB_KILL -and $Blob -like $env:AZURE_STUB_KILL -and $env:AZURE_STUB_KILL_AFTER) { [Azure.Storage.Blobs.Specialized.BlobLeaseClient]::KillSoon($env:AZURE_STUB_KILL_AFTER) }
}
