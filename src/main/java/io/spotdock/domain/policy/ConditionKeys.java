package io.spotdock.domain.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The condition keys AWS documents for requests Spotdock judges: global keys, those of S3, STS, IAM and KMS, and those
 * of identity providers (IAM User Guide, "AWS global condition context keys" and "IAM and AWS STS condition context
 * keys"; Service Authorization Reference). Such a key that a request's context lacks is absent from the request; of any
 * other key nobody can say so.
 */
final class ConditionKeys {
    private static final Set<String> DOCUMENTED = words("""
            aws:AssumedRoot aws:CalledVia aws:CalledViaFirst aws:CalledViaLast aws:ChatbotSourceArn aws:CurrentTime
            aws:Ec2InstanceSourcePrivateIPv4 aws:Ec2InstanceSourceVpc aws:EpochTime aws:FederatedProvider
            aws:MultiFactorAuthAge aws:MultiFactorAuthPresent aws:PrincipalAccount aws:PrincipalArn
            aws:PrincipalIsAWSService aws:PrincipalOrgID aws:PrincipalOrgPaths aws:PrincipalServiceName
            aws:PrincipalServiceNamesList aws:PrincipalType aws:RequestedRegion aws:ResourceAccount aws:ResourceOrgID
            aws:ResourceOrgPaths aws:SecureTransport aws:SignInSessionArn aws:SourceAccount aws:SourceArn
            aws:SourceIdentity aws:SourceIp aws:SourceOrgID aws:SourceOrgPaths aws:SourceVpc aws:SourceVpcArn
            aws:SourceVpce aws:TagKeys aws:TokenIssueTime aws:UserAgent aws:ViaAWSService aws:VpceAccount aws:VpceOrgID
            aws:VpceOrgPaths aws:VpcSourceIp aws:referer aws:userid aws:username
            ec2:RoleDelivery ec2:SourceInstanceArn lambda:SourceFunctionArn ssm:SourceInstanceArn
            iam:AWSServiceName iam:AssociatedResourceArn iam:OrganizationsPolicyId iam:PassedToService
            iam:PermissionsBoundary iam:PolicyARN
            kms:BypassPolicyLockoutSafetyCheck kms:CallerAccount kms:CustomerMasterKeySpec kms:CustomerMasterKeyUsage
            kms:DataKeyPairSpec kms:EncryptionAlgorithm kms:EncryptionContextKeys kms:ExpirationModel
            kms:GrantConstraintType kms:GrantIsForAWSResource kms:GrantOperations kms:GranteePrincipal
            kms:KeyAgreementAlgorithm kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MacAlgorithm kms:MessageType
            kms:MultiRegion kms:MultiRegionKeyType kms:PrimaryRegion kms:ReEncryptOnSameKey kms:ReplicaRegion
            kms:RequestAlias kms:ResourceAliases kms:RetiringPrincipal kms:RotationPeriodInDays
            kms:ScheduleKeyDeletionPendingWindowInDays kms:SigningAlgorithm kms:ValidTo kms:ViaService
            kms:WrappingAlgorithm kms:WrappingKeySpec
            s3:AccessGrantsInstanceArn s3:AccessPointNetworkOrigin s3:DataAccessPointAccount s3:DataAccessPointArn
            s3:ExistingJobOperation s3:ExistingJobPriority s3:InventoryAccessibleOptionalFields s3:JobSuspendedCause
            s3:LocationConstraint s3:ObjectCreationOperation s3:RequestJobOperation s3:RequestJobPriority
            s3:RequestObjectTagKeys s3:ResourceAccount s3:TlsVersion s3:VersionId s3:authType s3:delimiter s3:if-match
            s3:if-none-match s3:max-keys s3:object-lock-legal-hold s3:object-lock-mode
            s3:object-lock-remaining-retention-days s3:object-lock-retain-until-date s3:prefix s3:signatureAge
            s3:signatureversion s3:x-amz-acl s3:x-amz-content-sha256 s3:x-amz-copy-source s3:x-amz-grant-full-control
            s3:x-amz-grant-read s3:x-amz-grant-read-acp s3:x-amz-grant-write s3:x-amz-grant-write-acp
            s3:x-amz-metadata-directive s3:x-amz-object-ownership s3:x-amz-server-side-encryption
            s3:x-amz-server-side-encryption-aws-kms-key-id s3:x-amz-server-side-encryption-customer-algorithm
            s3:x-amz-storage-class s3:x-amz-website-redirect-location
            sts:AWSServiceName sts:DurationSeconds sts:ExternalId sts:RequestContextProviders sts:RoleSessionName
            sts:SourceIdentity sts:TaskPolicyArn sts:TransitiveTagKeys
            www.amazon.com:app_id www.amazon.com:user_id graph.facebook.com:app_id graph.facebook.com:id
            """);

    /** Keys with a name of the writer's own behind them, such as {@code aws:PrincipalTag/team}. */
    private static final List<String> FAMILIES = List.copyOf(words("""
            aws:PrincipalTag/ aws:RequestTag/ aws:ResourceTag/ iam:ResourceTag/ kms:EncryptionContext:
            kms:RecipientAttestation: s3:AccessPointTag/ s3:BucketTag/ s3:ExistingObjectTag/ s3:RequestObjectTag/
            sts:RequestContext/ saml:
            """));

    /** A claim of an OpenID Connect provider, by the provider's host (IAM User Guide, "Keys for OIDC federation"). */
    private static final Pattern CLAIM =
            Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+(/[^:]*)?:(amr|aud|email|oaud|sub)");

    private ConditionKeys() {}

    static boolean documented(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return DOCUMENTED.contains(lower)
                || FAMILIES.stream().anyMatch(f -> lower.startsWith(f) && lower.length() > f.length())
                || CLAIM.matcher(lower).matches();
    }

    private static Set<String> words(String text) {
        return Set.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    }
}
