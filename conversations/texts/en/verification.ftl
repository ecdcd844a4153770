# The page behind the QR code of a certificate, and the offline check.

verify-title = Certificate check
verify-genuine = The certificate is genuine
verify-genuine-detail = This QR code was signed here. Compare what follows with the certificate in your hand, line by line; do not accept it if anything differs.
verify-void = The certificate is no longer valid
verify-void-detail = This QR code was signed here, { $state ->
    [revoked] but the certificate has been revoked. Do not accept it; with questions, call the number below.
   *[reissued] but the certificate has been replaced. Ask the holder for the new one, whose number stands below.
 }
verify-differs = The register says otherwise
verify-differs-detail = What is registered was changed after this paper was printed. What follows counts; the holder should ask for a new print.
verify-failed = Not verified
verify-failed-detail = This QR code was not signed here, was not scanned whole, or was changed. Please scan it again, or look the certificate up by any two of name, ID number and certificate number.
verify-nothing = Scan the QR code, or look up the number
verify-nothing-detail = The QR code on a certificate opens this page and shows what is registered, line by line. Without one, tap “Look up a certificate” and give any two of name, ID number and certificate number.
verify-wait = Please try again later
verify-wait-detail = Too many checks were made from here within the hour. Please try again in { $minutes } minutes.
verify-look-up = Look up a certificate
verify-state = State
verify-kind = Certificate
verify-number = Number
verify-name = Name
verify-id_number = ID number
verify-occupation = Occupation
verify-trade = Trade
verify-level = Level
verify-result = Result
verify-issued_on = Issued on
verify-station = Assessed by
verify-issuer = Issued by
verify-replaced_by = Replaced by
verify-query = Questions
verify-complaint = Complaints

verify-form = This is not what stands in the QR code of a certificate, or not all of it. Please scan it again and paste the whole text.
verify-check-code = The check code is the 12 letters and digits beside the QR code, for example 7K3M-Q9TP-2XWA. Please look again.
verify-keys = These are not published keys: each line should be a number and a key in base64.
verify-no-code = No certificate's QR code was found in this file. Please use a clear picture of the whole code.
verify-picture = This file cannot be opened. Text files and PNG or JPG pictures can.

certificate-sheets = Certificates of batch { $number } (PDF, in platform order)
certificate-copy = Copy
certificate-sheets-none = No certificate of this batch has been issued yet.
certificate-no-address = The QR code on certificates needs an address: set KAOWU_PUBLIC_URL first.
lookup-changed-on = Changed on { $on }
lookup-copy = Copy of the certificate (PDF)
verify-changed_on = Changed on
